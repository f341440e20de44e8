import { ApplicationFailure, heartbeat, log } from '@temporalio/activity';
import type { Calendar } from '../domain/calendar';
import {
  compare,
  compareClosely,
  canBeAsked,
  whoseTurn,
  type Basis,
  type Kept,
  type Run,
} from '../domain/sweep';
import { summariseSweep, type Compared, type Finding } from '../domain/sweep-findings';
import type { Register } from '../register/register';
import { forEach } from './at-once';
import { createMending, type Sweeping } from './mending';
import type { Runs } from './ports';

export interface SweepPorts {
  readonly calendar: Calendar;
  /** null: the history is not kept in a database, and there is nothing to compare. */
  readonly register: Register | null;
  readonly runs: Runs;
  /** null: workers keep to no release. */
  readonly release: string | null;
}

const pageSize = 500;
const closelyAtMost = 100;
const everyMs = 10 * 60_000;

/** Makes the activity that compares the register with what runs, and mends what can be mended. */
export function createSweep(ports: SweepPorts) {
  /** Safe to repeat, and beside another: each repair changes nothing where nothing is amiss. */
  return async function sweepRecords(): Promise<Compared> {
    const { register, calendar, release, runs } = ports;
    if (register === null) throw noRegister();
    const basis: Basis = { now: new Date().toISOString(), calendar: calendar.version, release };
    const sweeping = { register, runs, basis };
    const kept = await readStanding(sweeping);
    const found = await findRuns(sweeping, kept);
    const findings = [...found].flatMap(([reference, run]) =>
      compare(kept.get(reference) ?? null, run, basis).map((kind) => ({ reference, kind })),
    );
    findings.push(...(await askThem(sweeping, whomToAsk(kept, found, basis))));
    findings.push(...(await createMending(sweeping)(findings)));
    const swept = summariseSweep(findings, { at: basis.now, compared: found.size });
    log[swept.forAPerson > 0 ? 'warn' : 'info']('Swept', { ...swept });
    return swept;
  };
}

async function readStanding({ register, basis }: Sweeping): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>();
  for (let after = ''; ;) {
    const request = { now: basis.now, after, limit: pageSize };
    const page = await register.queries.standing(request);
    page.forEach(({ reference, missedAt }) => kept.set(reference, { missedAt }));
    heartbeat();
    if (page.length < pageSize) return kept;
    after = page.at(-1)?.reference ?? after;
  }
}

/** Each is looked up by itself, which Temporal answers as it is; its list only says of which. */
async function findRuns(
  { runs }: Sweeping,
  kept: ReadonlyMap<string, Kept>,
): Promise<Map<string, Run | null>> {
  const references = new Set(kept.keys());
  for await (const reference of runs.running()) references.add(reference);
  const found = new Map<string, Run | null>();
  await forEach(references, async (reference) => {
    found.set(reference, await runs.find(reference));
    heartbeat();
  });
  return found;
}

/** All that the register does not have as open, and of the others whose turn it is. */
function whomToAsk(
  kept: ReadonlyMap<string, Kept>,
  found: ReadonlyMap<string, Run | null>,
  { now }: Basis,
): string[] {
  const running = [...found].flatMap(([reference, run]) =>
    run && canBeAsked(run) ? [reference] : [],
  );
  const unknown = running.filter((reference) => !kept.has(reference));
  const known = running.filter((reference) => kept.has(reference));
  return [...unknown, ...whoseTurn(known, { now, everyMs, atMost: closelyAtMost })];
}

async function askThem(
  { register, runs, basis }: Sweeping,
  references: readonly string[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const before = await register.queries.lines(references);
  await forEach(references, async (reference) => {
    heartbeat();
    const asked = await runs.ask(reference).catch(() => null);
    if (!asked) return void findings.push({ reference, kind: 'no-answer' });
    const after = await register.queries.lines([reference]);
    const lines = { before: before.get(reference) ?? 0, after: after.get(reference) ?? 0 };
    const kinds = compareClosely(lines, asked, basis);
    findings.push(...kinds.map((kind) => ({ reference, kind })));
  });
  return findings;
}

function noRegister(): ApplicationFailure {
  const why = 'There is no register to compare with: this worker has no database.';
  return ApplicationFailure.nonRetryable(why, 'NoRegister');
}
