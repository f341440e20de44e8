import type { Plan } from '../plan';
import type { Command } from './commands';
import { followCalendar } from './facts';
import { handlers } from './handlers';
import { judge } from './judge';
import { followReview, markReviewBegun } from './rapid-review';
import { createStep, type BookEvent } from '../record/machine';
import type { CaseState } from './state';

/** What can happen to an incident record. */
export type CaseEvent = BookEvent<Command, Plan>;

/** One step of an incident record. */
export const step = createStep<CaseState, Command, Plan>({
  judge,
  carryOut: (turn, command, plan) => {
    handlers[command.name](turn, command as never, plan);
    followReview(turn, plan);
  },
  redate: followCalendar,
  followed: markReviewBegun,
});
