import { lateWords } from '../wording';
import type { TaskView } from './task-view';

/** How a task stands, in a word or three: only what the law demands is called late. */
export function standingWords({ state, strength }: Pick<TaskView, 'state' | 'strength'>): string {
  if (state === 'late') return lateWords[strength];
  if (state === 'cancelled') return 'ended';
  if (state !== 'done-late') return state;
  return strength === 'must' ? 'done late' : 'done, target missed';
}
