import type { Decision } from '../assess';

/** What the facts come to, as two parts of a sentence. */
export const decisionWords = {
  notify: ['Notify', '. At least one criterion is met: those listed below must be told.'],
  'not-yet-known': [
    'Not yet known',
    '. Facts are missing that decide; the clock may already be running.',
  ],
  'no-criterion-met': [
    'No criterion is met',
    ' as the facts stand. A manager must confirm that none is needed.',
  ],
} as const satisfies Record<Decision, readonly [string, string]>;
