import type { Dates } from '../dates';
import { createStep, type BookEvent } from '../record/machine';
import { followDates } from '../record/redate';
import type { ReviewCommand } from './commands';
import { handlers } from './handlers';
import { judgeReview } from './judge';
import type { ReviewState } from './state';

/** What can happen to a review. */
export type ReviewEvent = BookEvent<ReviewCommand, Dates>;

/** One step of a review. */
export const stepReview = createStep<ReviewState, ReviewCommand, Dates>({
  judge: judgeReview,
  carryOut: (turn, command, dates) => {
    handlers[command.name](turn, command as never, dates);
  },
  redate: followDates,
});
