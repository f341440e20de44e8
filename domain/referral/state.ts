import type { ChildAssessment } from '../assess';
import type { Comparison, LikelyDuplicate } from '../case/duplicates';
import type { Problem } from '../problem';
import type { TaskBook } from '../record/task-book';
import type { Turn } from '../record/turn';
import type { ReferralCommandOf } from './commands';
import type { ReferralForm } from './form';

type Given<Name extends 'giveView' | 'decideReferral'> = Omit<
  ReferralCommandOf<Name>,
  'name' | 'actor'
>;

/** What a partner thinks of the referral, since when (an instant, UTC), and who recorded it. */
export interface PartnerView extends Given<'giveView'> {
  readonly at: string;
  readonly by: string;
}

/** What was decided, and which partners saw it otherwise. */
export interface ReferralDecision extends Omit<Given<'decideReferral'>, 'by'> {
  readonly at: string;
  readonly decidedBy: string;
  /** By when more information is needed; null with any other outcome. */
  readonly moreBy: string | null;
  /** The views as they stood. */
  readonly views: readonly PartnerView[];
  /** Partners whose view does not fit the outcome. */
  readonly dissenting: readonly string[];
}

/** What came of looking for likely duplicates. Nothing waits for a reason: it is a flag. */
export type ReferralComparison =
  Comparison | { readonly likely: readonly LikelyDuplicate[]; readonly reason: null };

/** The whole of a practice review referral. Plain JSON: it crosses every boundary as it is. */
export interface ReferralState extends TaskBook {
  readonly kind: 'referral';
  /** The form with its defaults, and with what came since. */
  readonly form: ReferralForm;
  /** Instant, UTC: when the Partnership Business Manager received it. */
  readonly receivedAt: string;
  /** London date of that. */
  readonly receivedOn: string;
  /** What the facts in it say about the criteria for a notification; empty: they cannot be judged. */
  readonly children: readonly ChildAssessment[];
  /** Why they cannot be judged. */
  readonly notJudged: readonly Problem[];
  /** Ids of the statutory safeguarding partners. */
  readonly partners: readonly string[];
  readonly comparison: ReferralComparison | null;
  /** Each partner's latest view. */
  readonly views: readonly PartnerView[];
  /** Oldest first; the last one stands. */
  readonly decisions: readonly ReferralDecision[];
  /** The incident that was started from it; null: none. */
  readonly incident: string | null;
}

export type ReferralTurn = Turn<ReferralState>;

/** Facts in it meet a criterion for a notification. */
export const meetsCriteria = ({ children }: Pick<ReferralState, 'children'>): boolean =>
  children.some(({ criteria }) => criteria.some(({ answer }) => answer === 'met'));

/** The decision that stands; undefined: none. */
export const decisionOf = ({ decisions }: ReferralState): ReferralDecision | undefined =>
  decisions.at(-1);
