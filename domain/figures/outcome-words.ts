import type { Strength } from '../task';
import { lateWords } from '../wording';
import type { NotificationFigures, Outcome } from './incident-figures';

/** How a notification went, in words: only what the law demands is ever late. */
export function outcomeWords({
  outcome,
  strength,
}: Pick<NotificationFigures, 'outcome' | 'strength'>) {
  return words(strength)[outcome];
}

const words = (strength: Strength) =>
  ({
    'done-in-time': 'done in time',
    'done-late': strength === 'must' ? 'done late' : 'done, target missed',
    'not-done': 'not done yet',
    late: lateWords[strength],
    ended: 'ended',
    withdrawn: 'withdrawn',
  }) satisfies Record<Outcome, string>;
