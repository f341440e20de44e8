import { createStep, type BookEvent } from '../record/machine';
import { followDates } from '../record/redate';
import type { ReferralCommand } from './commands';
import { handlers } from './handlers';
import { judgeReferral } from './judge';
import type { ReferralPlan } from './plan';
import type { ReferralState } from './state';

/** What can happen to a practice review referral. */
export type ReferralEvent = BookEvent<ReferralCommand, ReferralPlan>;

/** One step of a practice review referral. */
export const stepReferral = createStep<ReferralState, ReferralCommand, ReferralPlan>({
  judge: judgeReferral,
  carryOut: (turn, command, plan) => {
    handlers[command.name](turn, command as never, plan);
  },
  redate: followDates,
});
