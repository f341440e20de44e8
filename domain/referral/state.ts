import type { ChildAssessment } from '../assess';
import type { Comparison } from '../case/duplicates';
import type { TaskBook } from '../record/task-book';
import type { Turn } from '../record/turn';
import type { ReferralCommandOf } from './commands';

/** What a partner thinks of the referral, and since when. */
export interface PartnerView extends Omit<ReferralCommandOf<'giveView'>, 'name' | 'actor'> {
  /** Instant, UTC. */
  readonly at: string;
  readonly by: string;
}

/** What was decided, and which partners saw it otherwise. */
export interface ReferralDecision extends Omit<
  ReferralCommandOf<'decideReferral'>,
  'name' | 'actor'
> {
  readonly at: string;
  readonly decidedBy: string;
  /** Partners whose recorded view does not fit the outcome. */
  readonly dissenting: readonly string[];
}

/** The whole of a practice review referral. Plain JSON: it crosses every boundary as it is. */
export interface ReferralState extends TaskBook {
  readonly kind: 'referral';
  /** The form as handed in, with what came since. */
  readonly form: unknown;
  /** Instant, UTC: when the Partnership Business Manager received it. */
  readonly receivedAt: string;
  /** What the facts in it say about the criteria for a notification. */
  readonly children: readonly ChildAssessment[];
  readonly comparison: Comparison | null;
  readonly views: readonly PartnerView[];
  /** Oldest first; the last one stands. */
  readonly decisions: readonly ReferralDecision[];
  /** The incident that was started from it; null: none. */
  readonly incident: string | null;
}

export type ReferralTurn = Turn<ReferralState>;
