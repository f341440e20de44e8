import type { CaseState } from './case/state';

/** The state of a record of any kind. */
export type AnyState = CaseState;
