import { sql } from 'kysely';
import type { Database } from './database';
import { isUnfinished } from './filter';

export interface Counts {
  readonly incidents: {
    readonly open: number;
    readonly closed: number;
    readonly withdrawn: number;
  };
  readonly decisions: Readonly<Record<string, number>>;
  /** Unfinished tasks; `late` is at `now`, `dueSoon` from then until `soon`. */
  readonly tasks: TaskCounts;
  readonly byRecipient: readonly (TaskCounts & { readonly recipient: string | null })[];
  readonly byOwner: readonly (TaskCounts & { readonly owner: string | null })[];
}

export interface TaskCounts {
  readonly unfinished: number;
  readonly unacknowledged: number;
  readonly late: number;
  readonly dueSoon: number;
}

/** What a dashboard shows at `now`; both instants in UTC. Decisions are those of open incidents. */
export async function countAll(db: Database, now: string, soon: string): Promise<Counts> {
  const [incidents, groups] = await Promise.all([
    db
      .selectFrom('records')
      .select(({ fn }) => ['status', 'decision', fn.countAll<number>().as('count')])
      .where('kind', '=', 'incident')
      .groupBy(['status', 'decision'])
      .execute(),
    taskGroups(db, now, soon),
  ]);
  const ofStatus = (status: string) =>
    incidents.filter((row) => row.status === status).reduce((sum, { count }) => sum + count, 0);
  const open = incidents.filter(({ status }) => status === 'open');
  return {
    incidents: {
      open: ofStatus('open'),
      closed: ofStatus('closed'),
      withdrawn: ofStatus('withdrawn'),
    },
    decisions: Object.fromEntries(open.map(({ decision, count }) => [decision, count])),
    tasks: addUp(groups),
    byRecipient: together(groups, ({ recipient }) => recipient).map(([recipient, rows]) => ({
      recipient,
      ...addUp(rows),
    })),
    byOwner: together(groups, ({ owner }) => owner).map(([owner, rows]) => ({
      owner,
      ...addUp(rows),
    })),
  };
}

/** One pass over the unfinished tasks. */
async function taskGroups(db: Database, now: string, soon: string) {
  const when = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`count(*) filter (where ${condition})`;
  return db
    .selectFrom('tasks')
    .select(({ fn }) => [
      'recipient',
      'owner',
      fn.countAll<number>().as('unfinished'),
      when(sql<boolean>`state = 'open'`).as('unacknowledged'),
      when(sql<boolean>`due_at < ${now}`).as('late'),
      when(sql<boolean>`due_at >= ${now} and due_at < ${soon}`).as('dueSoon'),
    ])
    .where(isUnfinished)
    .groupBy(['recipient', 'owner'])
    .execute();
}

function addUp(rows: readonly TaskCounts[]): TaskCounts {
  const sum = (key: keyof TaskCounts) => rows.reduce((total, row) => total + row[key], 0);
  return {
    unfinished: sum('unfinished'),
    unacknowledged: sum('unacknowledged'),
    late: sum('late'),
    dueSoon: sum('dueSoon'),
  };
}

function together<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): [string | null, Row[]][] {
  const keys = [...new Set(rows.map(keyOf))].sort((one, other) =>
    (one ?? '') < (other ?? '') ? -1 : 1,
  );
  return keys.map((key) => [key, rows.filter((row) => keyOf(row) === key)]);
}
