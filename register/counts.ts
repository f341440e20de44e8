import { sql } from 'kysely';
import type { RecordKindName } from '../domain/record/kinds';
import type { Recipient } from '../domain/task';
import type { Database } from './database';
import { isUnfinished } from './filter';

export interface Counts {
  /** Open records; a kind of which there is none is absent. */
  readonly open: Readonly<Partial<Record<RecordKindName, number>>>;
  readonly tasks: TaskCounts;
  /** Null: tasks that tell nobody outside. */
  readonly byRecipient: readonly (TaskCounts & { readonly recipient: Recipient | null })[];
}

/** Unfinished tasks; only those in `late` and `atRisk` are statutory. */
export interface TaskCounts {
  readonly unfinished: number;
  /** Of those in time; what is late is counted there. */
  readonly unacknowledged: number;
  readonly late: number;
  readonly targetMissed: number;
  /** Due between `now` and `soon`. */
  readonly atRisk: number;
}

/** What a dashboard shows at `now`; both instants in UTC. */
export async function countAll(db: Database, now: string, soon: string): Promise<Counts> {
  const [records, byRecipient] = await Promise.all([
    db
      .selectFrom('records')
      .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
      .where(sql<boolean>`status = 'open'`)
      .groupBy('kind')
      .execute(),
    countTasks(db, now, soon),
  ]);
  const sum = (key: keyof TaskCounts) => byRecipient.reduce((total, row) => total + row[key], 0);
  return {
    open: Object.fromEntries(records.map(({ kind, count }) => [kind, count])),
    tasks: {
      unfinished: sum('unfinished'),
      unacknowledged: sum('unacknowledged'),
      late: sum('late'),
      targetMissed: sum('targetMissed'),
      atRisk: sum('atRisk'),
    },
    byRecipient,
  };
}

/** One pass over the unfinished tasks. */
async function countTasks(db: Database, now: string, soon: string) {
  const where = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`count(*) filter (where ${condition})`;
  return db
    .selectFrom('tasks')
    .select(({ fn }) => [
      'recipient',
      fn.countAll<number>().as('unfinished'),
      where(sql<boolean>`state = 'open' and (due_at is null or due_at >= ${now})`).as(
        'unacknowledged',
      ),
      where(sql<boolean>`strength = 'must' and due_at < ${now}`).as('late'),
      where(sql<boolean>`strength <> 'must' and due_at < ${now}`).as('targetMissed'),
      where(sql<boolean>`strength = 'must' and due_at >= ${now} and due_at < ${soon}`).as('atRisk'),
    ])
    .where(isUnfinished)
    .groupBy('recipient')
    .orderBy('recipient')
    .execute();
}
