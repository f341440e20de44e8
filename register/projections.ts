import { sql } from 'kysely';
import type { Entry } from '../domain/record/entry';
import type { Delivery } from '../domain/notice';
import { type Kept, entryOf, type KeptSummary } from './body';
import type { Work } from './locks';
import type { RecordRow, MessageRow, TaskRow } from './schema';

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
  for (const rows of inParts(newest.map(recordOf))) {
    for (const reference of await putRecords(work, rows)) taken.add(reference);
  }
  const changed = newest.filter(({ reference }) => taken.has(reference));
  for (const rows of inParts(changed.flatMap(tasksOf))) await putTasks(work, rows);
  if (changed.length > 0) await dropTasks(work, [...taken]);
}

interface Latest {
  readonly reference: string;
  readonly number: number;
  readonly summary: KeptSummary;
}

function latestSummaries(kept: readonly (Kept & { readonly reference: string })[]): Latest[] {
  const latest = new Map<string, Latest>();
  for (const { reference, entry, after } of kept) {
    if (after === null || entry.number < (latest.get(reference)?.number ?? 0)) continue;
    latest.set(reference, { reference, number: entry.number, summary: after.summary });
  }
  return [...latest.values()];
}

/** Never back to an older summary. Answers which records were changed. */
async function putRecords(work: Work, rows: RecordRow[]): Promise<string[]> {
  const changed = await work
    .insertInto('records')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('reference')
        .doUpdateSet(asOffered(rows))
        .whereRef('excluded.summaryNumber', '>', 'records.summaryNumber'),
    )
    .returning('reference')
    .execute();
  return changed.map(({ reference }) => reference);
}

/** A task that is as it was costs nothing: most are, from one summary to the next. */
async function putTasks(work: Work, rows: TaskRow[]): Promise<void> {
  await work
    .insertInto('tasks')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['reference', 'position'])
        .doUpdateSet(asOffered(rows))
        .where(sql<boolean>`tasks.* is distinct from excluded.*`),
    )
    .execute();
}

/** Those beyond the end of the newest summary. */
async function dropTasks(work: Work, references: string[]): Promise<void> {
  await work
    .deleteFrom('tasks')
    .using('records')
    .whereRef('tasks.reference', '=', 'records.reference')
    .whereRef('tasks.position', '>=', 'records.taskCount')
    .where('tasks.reference', 'in', references)
    .execute();
}

const asOffered = (rows: readonly object[]) =>
  Object.fromEntries(
    Object.keys(rows[0] ?? {}).map((column) => [column, sql.ref(`excluded.${column}`)]),
  );

function recordOf({ reference, number, summary }: Latest): RecordRow {
  const { tasks, ...columns } = summary;
  return { ...columns, reference, summaryNumber: number, taskCount: tasks.length };
}

const tasksOf = ({ reference, summary }: Latest): TaskRow[] =>
  summary.tasks.map((task, position) => ({ ...task, reference, position }));

/** A rung says what was meant to be sent and to whom, a delivery what became of it. */
export function messageOf(
  reference: string,
  { number, at, tasks, data }: Entry,
): MessageRow | null {
  if (data === undefined) return null;
  const row = { reference, number, at };
  if ('rung' in data) {
    const { to, kind } = data.rung;
    const meant = { outcome: 'intended' as const, addressees: [...to], kinds: [kind] };
    return { ...row, ...untried, ...meant, tasks: [...tasks] };
  }
  return 'delivery' in data ? { ...row, ...deliveredAs(data.delivery) } : null;
}

const untried = {
  ...{ messageId: null, instead: null, detail: null },
  ...{ attempts: 0, firstTriedAt: null, lastTriedAt: null, ambiguous: false },
};

function deliveredAs({ to, kinds, tasks, tries, ...rest }: Delivery) {
  const { count, firstAt, lastAt, ambiguous } = tries;
  return {
    ...rest,
    ...{ addressees: [to], kinds: [...kinds], tasks: [...tasks] },
    ...{ attempts: count, firstTriedAt: firstAt, lastTriedAt: lastAt, ambiguous },
  };
}

function inParts<T>(rows: readonly T[]): T[][] {
  const parts = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: parts }, (_, part) =>
    rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  );
}
