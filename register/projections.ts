import type { Entry } from '../domain/case/state';
import type { Summary } from '../domain/case/summary';
import { type Kept, entryOf } from './body';
import type { Work } from './locks';
import type { IncidentRow, MessageRow, TaskRow } from './schema';

export interface Body {
  readonly reference: string;
  readonly body: Buffer;
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const rowsAtOnce = 1_000;

/** Brings the projections to where these entries, in this order, leave them. */
export async function project(work: Work, bodies: readonly Body[]): Promise<void> {
  const kept = bodies.map(({ reference, body }) => ({ reference, ...entryOf(body) }));
  const messages = kept.flatMap(({ reference, entry }) => messageOf(reference, entry) ?? []);
  for (const rows of inParts(messages)) await work.insertInto('messages').values(rows).execute();
  const newest = latestSummaries(kept);
  const taken = new Set<string>();
  for (const rows of inParts(newest.map(incidentOf))) {
    for (const reference of await putIncidents(work, rows)) taken.add(reference);
  }
  const changed = newest.filter(({ reference }) => taken.has(reference));
  if (changed.length === 0) return;
  await work
    .deleteFrom('tasks')
    .where('reference', 'in', [...taken])
    .execute();
  for (const rows of inParts(changed.flatMap(tasksOf))) {
    await work.insertInto('tasks').values(rows).execute();
  }
}

interface Latest {
  readonly reference: string;
  readonly number: number;
  readonly summary: Summary;
}

function latestSummaries(kept: readonly (Kept & { readonly reference: string })[]): Latest[] {
  const latest = new Map<string, Latest>();
  for (const { reference, entry, summary } of kept) {
    if (summary === null || entry.number < (latest.get(reference)?.number ?? 0)) continue;
    latest.set(reference, { reference, number: entry.number, summary });
  }
  return [...latest.values()];
}

/** Never back to an older summary. Answers which incidents were changed. */
async function putIncidents(work: Work, rows: IncidentRow[]): Promise<string[]> {
  const changed = await work
    .insertInto('incidents')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('reference')
        .doUpdateSet((update) => ({
          summaryNumber: update.ref('excluded.summaryNumber'),
          status: update.ref('excluded.status'),
          decision: update.ref('excluded.decision'),
          rulebook: update.ref('excluded.rulebook'),
          becameAwareAt: update.ref('excluded.becameAwareAt'),
          occurredOn: update.ref('excluded.occurredOn'),
          area: update.ref('excluded.area'),
          nextDueAt: update.ref('excluded.nextDueAt'),
        }))
        .whereRef('excluded.summaryNumber', '>', 'incidents.summaryNumber'),
    )
    .returning('reference')
    .execute();
  return changed.map(({ reference }) => reference);
}

function incidentOf({ reference, number, summary }: Latest): IncidentRow {
  const { status, decision, rulebook, becameAwareAt, occurredOn, area, nextDueAt } = summary;
  return {
    ...{ reference, summaryNumber: number, status, decision, rulebook },
    ...{ becameAwareAt, occurredOn, area, nextDueAt },
  };
}

function tasksOf({ reference, summary }: Latest): TaskRow[] {
  return summary.tasks.map(({ id, criteria, ...rest }, position) => ({
    ...{ reference, task: id, position, criteria: [...criteria] },
    ...rest,
  }));
}

/** A rung says what was meant to be sent and to whom, a delivery what became of it. */
function messageOf(reference: string, { number, at, tasks, data }: Entry): MessageRow | null {
  if (data === undefined) return null;
  const row = { reference, number, at, instead: null, detail: null };
  if ('rung' in data) {
    const { to, kind } = data.rung;
    const meant = { outcome: 'intended' as const, addressees: [...to], kinds: [kind] };
    return { ...row, ...meant, tasks: [...tasks] };
  }
  if (!('delivery' in data)) return null;
  const { to, kinds, outcome, instead, detail } = data.delivery;
  const sent = { outcome, addressees: [to], kinds: [...kinds], tasks: [...data.delivery.tasks] };
  return { ...row, ...sent, instead, detail };
}

function inParts<T>(rows: readonly T[]): T[][] {
  const parts = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: parts }, (_, part) =>
    rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  );
}
