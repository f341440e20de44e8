import { nextMoment } from './record/rungs';
import type { TaskBook } from './record/task-book';
import type { FindingKind } from './sweep-findings';

/** A record that is open in the register, or has tasks to be done: a workflow must run for it. */
export interface Kept {
  /** The first due instant that has passed without a line that says so; null: none. */
  readonly missedAt: string | null;
}

/** What Temporal says of a record's newest run. Instants are UTC. */
export interface Run {
  readonly status: 'running' | 'completed' | 'broken-off';
  /** False until its first step is over. */
  readonly isBegun: boolean;
  readonly endedAt: string | null;
  /** The release of the worker that it keeps to; null: it keeps to none. */
  readonly release: string | null;
  /** How often the workflow's next step was tried in vain. */
  readonly failedSteps: number;
  readonly activities: readonly { readonly name: string; readonly attempts: number }[];
}

/** A running record, asked itself. */
export interface Asked {
  readonly state: TaskBook;
  readonly unrecorded: readonly { readonly recordedAt: string }[];
}

/** What is compared with what: a release or a calendar is that of the worker that sweeps. */
export interface Basis {
  /** Instant, UTC. */
  readonly now: string;
  readonly calendar: string;
  readonly release: string | null;
}

/** What happens right now may be under way: it is a finding only after so long. */
export const patienceMs = 5 * 60_000;

/** More in vain than a restart of the database or the mail server costs: about a quarter of an hour. */
const manyAttempts = 10;

const longAgo = (at: string | null, { now }: Basis): boolean =>
  at !== null && Date.parse(now) - Date.parse(at) >= patienceMs;

/** Its first step is over, and the next is not failing: then it answers. */
export const canBeAsked = ({ status, failedSteps, isBegun }: Run): boolean =>
  status === 'running' && failedSteps === 0 && isBegun;

/** Where the register and Temporal do not fit, as far as their lists say. */
export function compare(kept: Kept | null, run: Run | null, basis: Basis): FindingKind[] {
  if (run?.status !== 'running') return compareEnded(kept, run, basis);
  if (run.failedSteps >= manyAttempts) return ['failing'];
  const isStuck = (...names: string[]) =>
    run.activities.some(({ name, attempts }) => names.includes(name) && attempts >= manyAttempts);
  const isOtherRelease =
    run.release !== null && basis.release !== null && run.release !== basis.release;
  return found({
    'not-recording': isStuck('record'),
    'not-telling': isStuck('tell'),
    overdue: longAgo(kept?.missedAt ?? null, basis),
    'other-release': isOtherRelease,
  });
}

function compareEnded(kept: Kept | null, run: Run | null, basis: Basis): FindingKind[] {
  if (!kept) return [];
  if (run?.status === 'completed') return longAgo(run.endedAt, basis) ? ['ended-early'] : [];
  return ['missing'];
}

/** How many lines of a history the register held before the record was asked, and after. */
export interface Lines {
  readonly before: number;
  readonly after: number;
}

/** The same with what the record itself says, which costs more to ask. */
export function compareClosely(lines: Lines, asked: Asked, basis: Basis): FindingKind[] {
  const { state, unrecorded } = asked;
  const has = state.nextEntry - 1;
  return found({
    'register-ahead': lines.before > has,
    'lines-lost': lines.after + unrecorded.length < has,
    unrecorded: longAgo(unrecorded[0]?.recordedAt ?? null, basis),
    overslept: longAgo(nextMoment(state), basis),
    'other-calendar': state.status === 'open' && state.calendar !== basis.calendar,
  });
}

function found(checks: Partial<Record<FindingKind, boolean>>): FindingKind[] {
  return (Object.keys(checks) as FindingKind[]).filter((kind) => checks[kind]);
}

/**
 * Which of the records to ask this time: all of them where they are few, else as many as `atMost`,
 * others each time, so that every record has its turn.
 */
export function whoseTurn(
  references: readonly string[],
  { now, everyMs, atMost }: { now: string; everyMs: number; atMost: number },
): string[] {
  const turns = Math.ceil(references.length / atMost);
  const turn = Math.floor(Date.parse(now) / everyMs) % Math.max(1, turns);
  return references.toSorted().filter((_, index) => index % turns === turn);
}

interface Sent {
  readonly outcome: 'intended' | 'waiting' | 'accepted' | 'refused';
  readonly kinds: readonly string[];
  readonly tasks: readonly string[];
}

/** Whether a message was meant to be sent of which no delivery is known. `ledger` is in order. */
export function hasUnsent(ledger: readonly Sent[]): boolean {
  return ledger.some(
    ({ outcome, kinds, tasks }, index) =>
      outcome === 'intended' &&
      !ledger
        .slice(index)
        .some(
          (later) =>
            (later.outcome === 'accepted' || later.outcome === 'refused') &&
            kinds.every((kind) => later.kinds.includes(kind)) &&
            tasks.every((task) => later.tasks.includes(task)),
        ),
  );
}
