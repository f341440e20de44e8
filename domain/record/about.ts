import type { Likeness } from '../case/likeness';

/** What a list shows of a record beside its tasks. */
export interface About extends Likeness {
  /** Where it stands: of an incident, what the criteria say. */
  readonly decision: string;
  /**
   * Instant, UTC: when the authority became aware of an incident, received a referral, or notified
   * the Panel of what is reviewed.
   */
  readonly becameAwareAt: string;
}
