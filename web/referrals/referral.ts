import { referralSections } from '../../domain/referral/sections';
import type { ReferralView } from '../../domain/referral/view';

/** What the page of a practice review referral shows. */
export const shownReferral = (view: ReferralView) => ({
  sections: referralSections(view),
});
