import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { TaskSort } from '../domain/addressed';
import type { RecordKindName } from '../domain/record/kinds';
import type { TaskBook } from '../domain/record/task-book';
import type { Standing } from '../domain/record/task-view';
import type { Recipient } from '../domain/task';
import type { Tables } from './schema';

/** What a list is narrowed to; absent keys do not narrow it. */
export interface Filter {
  /** How a task stands at `now`. */
  readonly state?: Standing;
  readonly kind?: RecordKindName;
  /** Of the record. */
  readonly status?: TaskBook['status'];
  /** What its reference begins with, in capitals. */
  readonly reference?: string;
  readonly taskOwner?: TaskOwner;
  readonly recipient?: Recipient;
  readonly criterion?: string;
  /** Instant, UTC. */
  readonly dueBefore?: string;
  /** Finished tasks and closed records too. */
  readonly all?: boolean;
}

/** A person's tasks: those that they own, and nobody's of the sorts that are addressed to them. */
export interface TaskOwner {
  readonly id: string;
  readonly addressed: readonly TaskSort[];
}

const unfinished = ['open', 'acknowledged'] as const;

/** The state is written out, not a parameter: only so do the indexes of unfinished tasks serve. */
export const isUnfinished = sql<SqlBool>`${sql.ref('tasks.state')} in (${sql.join(
  unfinished.map((state) => sql.lit(state)),
)})`;

/** What is asked of a record itself; without a status or `all`, that it is open. */
export function recordConditions(
  expressions: ExpressionBuilder<Tables, 'records'>,
  { kind, status, reference, all }: Filter,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (kind !== undefined) conditions.push(expressions('kind', '=', kind));
  if (status !== undefined) conditions.push(sql<SqlBool>`status = ${sql.lit(status)}`);
  else if (!all) conditions.push(sql<SqlBool>`status = 'open'`);
  if (reference !== undefined) {
    conditions.push(sql<SqlBool>`starts_with(upper(records.reference), ${reference})`);
  }
  return expressions.and(conditions);
}

/** What is asked of a task. */
export function taskConditions(
  expressions: ExpressionBuilder<Tables, 'tasks'>,
  { state, taskOwner, recipient, criterion, dueBefore, all }: Filter,
  now: string,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (state === undefined && !all) conditions.push(isUnfinished);
  if (state !== undefined) conditions.push(standsAs(state, now));
  if (dueBefore !== undefined) conditions.push(expressions('tasks.dueAt', '<', dueBefore));
  if (taskOwner !== undefined) conditions.push(ownedBy(expressions, taskOwner));
  if (recipient !== undefined) conditions.push(expressions('tasks.recipient', '=', recipient));
  if (criterion !== undefined) {
    conditions.push(sql<SqlBool>`${sql.ref('tasks.criteria')} @> array[${criterion}]`);
  }
  return expressions.and(conditions);
}

/** The same as `standingOf`: late is late at `now`, and never stored. */
function standsAs(state: Standing, now: string): Expression<SqlBool> {
  switch (state) {
    case 'late':
      return sql<SqlBool>`(${isUnfinished} and tasks.due_at < ${now})`;
    case 'open':
    case 'acknowledged':
      return sql<SqlBool>`(${isUnfinished} and tasks.state = ${state}
        and (tasks.due_at is null or tasks.due_at >= ${now}))`;
    case 'done':
      return sql<SqlBool>`(tasks.state = 'done' and (tasks.done_at > tasks.due_at) is not true)`;
    case 'done-late':
      return sql<SqlBool>`(tasks.state = 'done' and tasks.done_at > tasks.due_at)`;
    case 'cancelled':
      return sql<SqlBool>`tasks.state = 'cancelled'`;
    default:
      return state satisfies never;
  }
}

function ownedBy(
  expressions: ExpressionBuilder<Tables, 'tasks'>,
  { id, addressed }: TaskOwner,
): Expression<SqlBool> {
  const own = expressions('tasks.owner', '=', id);
  if (addressed.length === 0) return own;
  const sorts = sql.join(addressed.map(({ kind, strength }) => sql`(${kind}, ${strength})`));
  const isAddressed = sql<SqlBool>`(${sql.ref('tasks.kind')}, ${sql.ref('tasks.strength')}) in (${sorts})`;
  return expressions.or([
    own,
    expressions.and([expressions('tasks.owner', 'is', null), isAddressed]),
  ]);
}

/** True where a record must have a task of that kind. */
export const narrowsTasks = ({ state, taskOwner, recipient, criterion, dueBefore }: Filter) =>
  [state, taskOwner, recipient, criterion, dueBefore].some((value) => value !== undefined);
