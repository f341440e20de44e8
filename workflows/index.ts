export { incident } from './incident';
export { referral } from './referral';
export { review } from './review';
export { sweep } from './sweep';
