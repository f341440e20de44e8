import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import { groupBy } from '../domain/group-by';
import type { Recipient } from '../domain/task';
import type { Database } from './database';
import { type Filter, narrowsTasks, recordConditions, taskConditions } from './filter';
import {
  checkLimit,
  dueOrder,
  type ListRequest,
  type Page,
  pageOf,
  positionAfter,
  positionOfDue,
} from './page';
import type { RecordRow, Tables } from './schema';
import { type ListedTask, listedTask } from './tasks';

/** A record with those of its tasks that were asked for. */
export type ListedRecord = RecordRow & { readonly tasks: readonly ListedTask[] };

/** Records, what is due first first. Without `all`, open ones and unfinished tasks only. */
export async function listRecords(db: Database, request: ListRequest): Promise<Page<ListedRecord>> {
  checkLimit(request);
  const { now, filter, limit, after } = request;
  const due = dueOrder('nextDueAt');
  let query = db.selectFrom('records').selectAll();
  query = query.where((record) => recordConditions(record, filter));
  // An open task is late exactly where the record's next due instant has passed.
  if (filter.state === 'late') query = query.where(due, '<', now);
  if (narrowsTasks(filter)) query = query.where((record) => hasTask(record, filter, now));
  if (after !== null) {
    const [dueAt, reference] = positionAfter(after, 2);
    query = query.where(
      sql<boolean>`(${due}, reference) > (${dueAt}::timestamptz, ${reference}::text)`,
    );
  }
  const rows = await query
    .orderBy(due)
    .orderBy('reference')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [positionOfDue(row.nextDueAt), row.reference]);
  return { ...page, rows: await withTasks(db, page.rows, request) };
}

/**
 * A task like that is looked for record by record, in the order of the list. Those of one person, and
 * those addressed to them that nobody has, may be of records far down it: they are read first.
 */
function hasTask(record: ExpressionBuilder<Tables, 'records'>, filter: Filter, now: string) {
  const tasks = record
    .selectFrom('tasks')
    .select('tasks.reference')
    .where((task) => taskConditions(task, filter, now));
  if (filter.taskOwner === undefined) {
    return record.exists(tasks.whereRef('tasks.reference', '=', 'records.reference'));
  }
  return sql<SqlBool>`records.reference = any(array(${tasks.distinct()}))`;
}

async function withTasks(
  db: Database,
  records: readonly RecordRow[],
  { now, filter }: ListRequest,
): Promise<ListedRecord[]> {
  if (records.length === 0) return [];
  const references = records.map(({ reference }) => reference);
  const rows = await db
    .selectFrom('tasks')
    .selectAll()
    .where('reference', 'in', references)
    .where((task) => taskConditions(task, filter, now))
    .orderBy('position')
    .execute();
  const tasks = groupBy(rows, ({ reference }) => reference);
  return records.map((record) => ({
    ...record,
    tasks: (tasks.get(record.reference) ?? []).map((row) => listedTask(row, now)),
  }));
}

/**
 * Everybody who was ever to be told of anything, whatever the authority's file says today. The index
 * is asked for one after the other: there are few, and many tasks.
 */
export async function listRecipients(db: Database): Promise<Recipient[]> {
  const { rows } = await sql<{ recipient: Recipient | null }>`
    with recursive known as (
      select min(recipient) as recipient from tasks
      union all
      select (select min(recipient) from tasks where tasks.recipient > known.recipient)
      from known where known.recipient is not null
    )
    select recipient from known`.execute(db);
  return rows.flatMap(({ recipient }) => recipient ?? []);
}
