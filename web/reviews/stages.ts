import type { ReviewTaskKind } from '../../domain/review/tasks';

/** A part of a review, in the order in which it is gone through. */
export interface Stage {
  readonly title: string;
  /** Working days after the notification to the Panel, from and to; absent: other dates hold. */
  readonly days?: readonly [number, number];
  readonly kinds: readonly ReviewTaskKind[];
}

/** The stages of a rapid review and of the local review that may follow; every kind of task has one. */
export const stages: readonly Stage[] = [
  {
    title: 'Take it up',
    days: [1, 1],
    kinds: ['take-up-review', 'safety-actions', 'requests-out'],
  },
  { title: 'Agencies’ summaries', days: [1, 10], kinds: ['agency-summary'] },
  { title: 'Panel meeting', days: [10, 12], kinds: ['inequalities', 'panel-meeting'] },
  {
    title: 'Sign-off and decision',
    days: [12, 15],
    kinds: ['sign-off', 'decide-review', 'dispatch-rapid-review'],
  },
  { title: 'The national Panel’s reply', kinds: ['panel-reply'] },
  { title: 'Commissioning the local review', kinds: ['appoint-reviewer', 'tell-decision'] },
  { title: 'Oversight', kinds: ['progress-check', 'written-request'] },
  { title: 'Publication', kinds: ['send-report', 'publish', 'tell-delay', 'still-online'] },
  { title: 'What is done with what was learned', kinds: ['learning-action'] },
];
