import type { Action } from './action';

export const onReferrals: readonly Action[] = [];
