import { endings, type Ending } from '../own-task';
import { endsBy } from '../own-tasks';
import type { CommandIn, taskCommandSchemas, TaskCommandName } from './task-commands';
import { isUnfinished, type Actor, type Task, type TaskBook } from './task-book';

/** Nobody acknowledges the same task twice. */
const acknowledgeRefused = (
  state: TaskBook,
  { tasks, actor }: { readonly tasks: readonly string[]; readonly actor: Actor },
): string | null =>
  eachTask(state, tasks, (task) =>
    task.state.is === 'acknowledged' && task.state.by === actor.id
      ? `${actor.id} has already acknowledged ${task.id}.`
      : null,
  );

/** Nothing can have been done in the future. Both are instants. */
export const futureRefused = (at: string, now: string): string | null =>
  Date.parse(at) > Date.parse(now)
    ? 'That moment is in the future: give the moment at which it was done.'
    : null;

/** Every task that is named must be there and unfinished; `refusal` says what else is wrong. */
export function eachTask(
  state: TaskBook,
  ids: readonly string[],
  refusal: (task: Task) => string | null,
): string | null {
  const refusals = ids.map((id) => {
    const task = state.tasks.find((one) => one.id === id);
    if (!task) return unknownTask(state, id);
    if (task.state.is === 'done') return `${id} is already done: nothing was changed.`;
    if (task.state.is === 'cancelled') return `${id} has ended: “${task.state.because}”.`;
    return refusal(task);
  });
  return refusals.filter((one) => one !== null).join(' ') || null;
}

function knownTask(state: TaskBook, id: string): string | null {
  return state.tasks.some((task) => task.id === id) ? null : unknownTask(state, id);
}

function unknownTask({ tasks }: TaskBook, id: string): string {
  const open = tasks.filter(isUnfinished).map((task) => task.id);
  const known = open.length > 0 ? `Its open tasks: ${open.join(', ')}.` : 'It has no open tasks.';
  return `There is no task “${id}” here. ${known}`;
}

/** A refusal where a task of this kind does not end that way. */
export function endsWith(how: Ending) {
  return (task: Task): string | null => {
    const ends = endsBy(task.kind);
    return ends === how ? null : `${task.id} does not end that way. ${endings[ends]}`;
  };
}

/** What refuses the actions on a task, whichever kind of record it belongs to. */
export const taskRules = {
  acknowledge: acknowledgeRefused,
  done: (state, { tasks, at }, now) =>
    futureRefused(at, now) ?? eachTask(state, tasks, endsWith('done')),
  confirm: (state, { task }) => eachTask(state, [task], endsWith('confirm')),
  reassign: (state, { task }) => eachTask(state, [task], () => null),
  explain: (state, { task }) => knownTask(state, task),
} as const satisfies {
  [Name in TaskCommandName]: (
    state: TaskBook,
    command: CommandIn<typeof taskCommandSchemas, Name>,
    now: string,
  ) => string | null;
};
