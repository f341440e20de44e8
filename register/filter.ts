import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { TaskSort } from '../domain/addressed';
import type { RecordKindName } from '../domain/record/kinds';
import type { Recipient } from '../domain/task';
import type { Tables } from './schema';

/** What a list is narrowed to; absent keys do not narrow it. */
export interface Filter {
  /** Not finished and past its due instant, at `now`. */
  readonly late?: boolean;
  readonly kind?: RecordKindName;
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

/** What is asked of a task. Late is late at `now`: it is never stored. */
export function taskConditions(
  expressions: ExpressionBuilder<Tables, 'tasks'>,
  { late, taskOwner, recipient, criterion, dueBefore, all }: Filter,
  now: string,
): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (!all || late) conditions.push(isUnfinished);
  if (late) conditions.push(expressions('tasks.dueAt', '<', now));
  if (dueBefore !== undefined) conditions.push(expressions('tasks.dueAt', '<', dueBefore));
  if (taskOwner !== undefined) conditions.push(ownedBy(expressions, taskOwner));
  if (recipient !== undefined) conditions.push(expressions('tasks.recipient', '=', recipient));
  if (criterion !== undefined) {
    conditions.push(sql<SqlBool>`${sql.ref('tasks.criteria')} @> array[${criterion}]`);
  }
  return expressions.and(conditions);
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

/** True where a record must have a task of that kind; late is told by its next due instant. */
export const narrowsTasks = ({ taskOwner, recipient, criterion, dueBefore }: Filter): boolean =>
  [taskOwner, recipient, criterion, dueBefore].some((value) => value !== undefined);
