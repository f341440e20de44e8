import { recordMissed } from '../record/rungs';
import { isUnfinished, type Task } from '../record/task-book';
import { cancelTask, wordOf } from '../record/tasks';
import { changeTask, type AnyTurn } from '../record/turn';

/** A task ends with what a person recorded. `at` is the instant, UTC, at which it was so. */
export function finish(turn: AnyTurn, task: Task, { at, told }: { at: string; told: string }) {
  if (at > (task.clock?.dueAt ?? at)) recordMissed(turn, task);
  changeTask(turn, task.id, { state: { is: 'done', evidence: wordOf(turn, told, at) } });
}

/** A task that was late stays late in the history, though it is owed no more. */
export function end(turn: AnyTurn, task: Task, because: string): void {
  if (!isUnfinished(task)) return;
  recordMissed(turn, task);
  cancelTask(turn, task.id, { because, approvedBy: turn.by });
}
