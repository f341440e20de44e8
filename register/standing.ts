import { sql } from 'kysely';
import type { Database } from './database';
import { isUnfinished } from './filter';

/** A record that is open or has tasks to be done, as the sweep compares it. */
export interface StandingRow {
  readonly reference: string;
  /** The first due instant of a statutory task that has passed without a late line; null: none. */
  readonly missedAt: string | null;
}

export interface StandingRequest {
  /** Instant, UTC. */
  readonly now: string;
  /** The last reference of the page before; empty: from the beginning. */
  readonly after: string;
  readonly limit: number;
}

/** By reference, those after `after`. */
export async function listStanding(
  db: Database,
  { now, after, limit }: StandingRequest,
): Promise<StandingRow[]> {
  return db
    .selectFrom('records')
    .select(['reference', missedAt(now).as('missedAt')])
    .where('reference', '>', after)
    .where(
      sql<boolean>`(status = 'open' or exists (
      select from tasks where tasks.reference = records.reference and ${isUnfinished}))`,
    )
    .orderBy('reference')
    .limit(limit)
    .execute();
}

/** The ladder of every statutory task has a late rung, which is kept as a message that was meant. */
const missedAt = (now: string) => sql<string | null>`(
  select min(due_at) from tasks
  where tasks.reference = records.reference and ${isUnfinished}
    and strength = 'must' and due_at < ${now}
    and not exists (
      select from messages
      where messages.reference = tasks.reference and messages.at >= tasks.due_at
        and 'late' = any(messages.kinds) and tasks.task = any(messages.tasks)))`;

/** How many lines of each history the register holds; a reference that it does not know is absent. */
export async function countLines(
  db: Database,
  references: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (references.length === 0) return new Map();
  const rows = await db
    .selectFrom('entries')
    .select(({ fn }) => ['reference', fn.countAll<number>().as('lines')])
    .where('reference', 'in', references)
    .groupBy('reference')
    .execute();
  return new Map(rows.map(({ reference, lines }) => [reference, lines]));
}
