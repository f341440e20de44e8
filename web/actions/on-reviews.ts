import type { Action } from './action';

export const onReviews: readonly Action[] = [];
