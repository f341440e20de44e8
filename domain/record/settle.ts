import { cancelTask } from './tasks';
import { isUnfinished, type TaskBook } from './task-book';
import { change, write, type AnyTurn } from './turn';

/** Nothing is left for anybody to do or to approve. */
export function isFinished({ tasks, proposals }: TaskBook): boolean {
  return !tasks.some(isUnfinished) && !proposals.some(({ state }) => state === 'waiting');
}

/** Closes the record when its last task ends. Mending an address does not keep it open. */
export function settle(turn: AnyTurn): void {
  const { tasks, proposals, status } = turn.state;
  const open = tasks.filter(isUnfinished);
  const onlyMending = open.every(({ kind }) => kind === 'mend-address');
  if (!onlyMending || proposals.some(({ state }) => state === 'waiting')) {
    if (status === 'closed') change(turn, { status: 'open' });
    return;
  }
  open.forEach(({ id }) => cancelTask(turn, id, { because: 'the incident record is finished' }));
  if (status !== 'open') return;
  change(turn, { status: 'closed' });
  write(turn, 'closed', { text: 'Every task has ended: the record is closed.', by: 'notifiable' });
}
