import type { Role } from './roles';
import type { Strength } from './strength';

/** What ends a task, and how to do that. */
export const endings = {
  done: 'Record that it was done (notifiable done).',
  confirm: 'A manager confirms it (notifiable confirm).',
  decide:
    'Amend the facts, set a date to look again (notifiable look-again), or decide not to notify.',
  approve: 'It ends when a second person approves the proposal (notifiable approve).',
  startIncident: 'Start the incident record from the referral (notifiable start-incident).',
  giveView: 'Record the partner’s view (notifiable give-view).',
  decideReferral: 'Record the decision (notifiable decide-referral).',
  signOff: 'Record the partner’s sign-off (notifiable sign-off).',
  decideReview: 'Record the decision (notifiable decide-review).',
  recordReply: 'Record the Panel’s reply (notifiable record-reply).',
  appoint: 'Record the appointment (notifiable appoint).',
  publish: 'Record the publication (notifiable publish).',
} as const;

export type Ending = keyof typeof endings;

/** One kind of the authority's or the partnership's own work. */
export interface OwnTask {
  readonly words: string;
  /** Working days until it is due; null when a person or another date sets it. */
  readonly workingDays: number | null;
  /** True where the authority's file may give it other working days (`targets`). */
  readonly isTarget?: true;
  readonly to: readonly Role[];
  readonly whenMissed: readonly Role[];
  /** Working days between two messages once its date has been missed. */
  readonly chaseEvery: number;
  /** Which command ends it. */
  readonly endsBy: Ending;
  /** `local` where it is not said. */
  readonly strength?: Strength;
  readonly source: string;
}

export const decidedHere = 'Our decision: no source gives a period';
