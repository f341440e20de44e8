import { sql } from 'kysely';
import { standingOf, type Standing } from '../domain/record/task-view';
import type { Database } from './database';
import { taskConditions } from './filter';
import {
  checkLimit,
  dueOrder,
  type ListRequest,
  type Page,
  pageOf,
  positionAfter,
  positionOfDue,
} from './page';
import type { TaskRow } from './schema';

/** A task as it stands at the moment of asking: lateness is never stored. */
export type ListedTask = Omit<TaskRow, 'state'> & { readonly state: Standing };

export const listedTask = (row: TaskRow, now: string): ListedTask => ({
  ...row,
  state: standingOf(row, now),
});

/** Tasks, what is due first first. Without `all`, unfinished ones only. */
export async function listTasks(db: Database, request: ListRequest): Promise<Page<ListedTask>> {
  checkLimit(request);
  const { now, filter, limit, after } = request;
  const due = dueOrder('dueAt');
  let query = db
    .selectFrom('tasks')
    .selectAll()
    .where((task) => taskConditions(task, filter, now));
  if (filter.state === 'late') query = query.where(due, '<', now);
  if (after !== null) {
    const [dueAt, reference, position] = positionAfter(after, 3);
    query = query.where(
      sql<boolean>`(${due}, reference, position) >
        (${dueAt}::timestamptz, ${reference}::text, ${position}::int)`,
    );
  }
  const rows = await query
    .orderBy(due)
    .orderBy('reference')
    .orderBy('position')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [
    positionOfDue(row.dueAt),
    row.reference,
    row.position,
  ]);
  return { ...page, rows: page.rows.map((row) => listedTask(row, now)) };
}
