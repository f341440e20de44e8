import type { ChildAssessment } from '../assess';
import type { Dates } from '../dates';
import type { Problem } from '../problem';
import type { ReferralForm } from './form';

/** What is asked when a form is handed in (`patch` is null), or when it changes. */
export interface AssessmentRequest {
  /** As handed in, or as kept. */
  readonly form: unknown;
  /** A merge patch; null where nothing changes. */
  readonly patch: unknown;
  /** Instant, UTC. */
  readonly now: string;
  /** The edition to judge by; null for the one that the authority's file names. */
  readonly rulebook: string | null;
}

/** A form that was read, and what its facts say of the criteria for a notification. */
export interface ReferralFacts {
  readonly form: ReferralForm;
  /** London date of the receipt. */
  readonly receivedOn: string;
  /** Empty where the facts make no report that could be judged. */
  readonly children: readonly ChildAssessment[];
  /** Why they make none. */
  readonly notJudged: readonly Problem[];
  readonly rulebook: string;
  /** Ids of the statutory safeguarding partners. */
  readonly partners: readonly string[];
}

export type Assessed =
  | { readonly ok: true; readonly facts: ReferralFacts }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The dates of a step, with what the form says now where it changes. */
export interface ReferralPlan extends Dates {
  readonly facts?: ReferralFacts;
}
