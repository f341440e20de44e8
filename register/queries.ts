import { sql } from 'kysely';
import type { Database } from './database';
import { type Filter, narrowsTasks, taskConditions } from './filter';
import {
  checkLimit,
  dueOrder,
  type Page,
  pageOf,
  type PageRequest,
  positionAfter,
  positionOfDue,
} from './page';
import type { IncidentRow, MessageRow, TaskRow } from './schema';

/** A list at a moment: lateness is judged by `now`, an instant in UTC. */
export interface ListRequest extends PageRequest {
  readonly now: string;
  readonly filter: Filter;
}

export type ListedIncident = IncidentRow & { readonly late: boolean };
export type ListedTask = TaskRow & { readonly late: boolean };

export interface KeptCase {
  readonly incident: ListedIncident;
  readonly tasks: readonly ListedTask[];
  readonly messages: readonly MessageRow[];
}

/** Incidents, what is due first first. Without `all`, open ones only. */
export async function listIncidents(
  db: Database,
  request: ListRequest,
): Promise<Page<ListedIncident>> {
  checkLimit(request);
  const { now, filter, limit, after } = request;
  const due = dueOrder('nextDueAt');
  let query = db.selectFrom('incidents').selectAll();
  if (!filter.all) query = query.where(sql<boolean>`status = 'open'`);
  // An open task is late exactly where the incident's next due instant has passed.
  if (filter.late) query = query.where(due, '<', now);
  if (narrowsTasks(filter)) {
    query = query.where((incident) =>
      incident.exists(
        incident
          .selectFrom('tasks')
          .select('tasks.task')
          .whereRef('tasks.reference', '=', 'incidents.reference')
          .where((task) => taskConditions(task, filter, now)),
      ),
    );
  }
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
  return { ...page, rows: page.rows.map((row) => listedIncident(row, now)) };
}

/** Tasks, what is due first first. Without `all`, unfinished ones only. */
export async function listTasks(db: Database, request: ListRequest): Promise<Page<ListedTask>> {
  checkLimit(request);
  const { now, filter, limit, after } = request;
  const due = dueOrder('dueAt');
  let query = db
    .selectFrom('tasks')
    .selectAll()
    .where((task) => taskConditions(task, filter, now));
  if (filter.late) query = query.where(due, '<', now);
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

/** One incident with its tasks and its ledger of messages; null: the register has no summary. */
export async function findCase(
  db: Database,
  reference: string,
  now: string,
): Promise<KeptCase | null> {
  const incident = await db
    .selectFrom('incidents')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!incident) return null;
  const [tasks, messages] = await Promise.all([
    db
      .selectFrom('tasks')
      .selectAll()
      .where('reference', '=', reference)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('messages')
      .selectAll()
      .where('reference', '=', reference)
      .orderBy('number')
      .execute(),
  ]);
  return {
    incident: listedIncident(incident, now),
    tasks: tasks.map((task) => listedTask(task, now)),
    messages,
  };
}

const listedIncident = (row: IncidentRow, now: string): ListedIncident => ({
  ...row,
  late: row.nextDueAt !== null && row.nextDueAt < now,
});

const listedTask = (row: TaskRow, now: string): ListedTask => ({
  ...row,
  late:
    (row.state === 'open' || row.state === 'acknowledged') && row.dueAt !== null && row.dueAt < now,
});
