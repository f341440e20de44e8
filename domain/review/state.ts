import type { Proposal, TaskBook } from '../record/task-book';
import type { Turn } from '../record/turn';
import type { ReviewCommandName, ReviewCommandOf } from './commands';

type Given<Name extends ReviewCommandName> = Omit<ReviewCommandOf<Name>, 'name' | 'actor'>;

/** Who recorded something, and when (an instant, UTC). */
interface Recorded {
  readonly recordedAt: string;
  readonly by: string;
}

export interface ReviewProposed {
  readonly kind: 'end-review';
}

/** What a rapid review begins with. */
export interface ReviewBasis {
  /** The incident that was notified. */
  readonly incident: string;
  /** Instant, UTC: when the Panel was notified. The fifteen working days count from it. */
  readonly notifiedAt: string;
  readonly rulebook: string;
  /** Ids of the safeguarding partners. */
  readonly partners: readonly string[];
}

/** The whole of a review. Plain JSON: it crosses every boundary as it is. */
export interface ReviewState extends TaskBook, ReviewBasis {
  readonly kind: 'review';
  readonly proposals: readonly Proposal<ReviewProposed>[];
  readonly signOffs: readonly (Given<'signOff'> & Recorded)[];
  /** Oldest first; the last one stands. */
  readonly decisions: readonly (Given<'decideReview'> & Recorded)[];
  readonly replies: readonly (Given<'recordReply'> & Recorded)[];
  readonly reviewers: readonly (Given<'appoint'> & Recorded)[];
  /** Dates, Europe/London; null: there is no local review, or none yet. */
  readonly publication: {
    /** Six months after the decision. */
    readonly dueOn: string;
    readonly plannedOn: string;
    readonly publishedOn: string | null;
    readonly where: string | null;
    /** Why it is not published; null: it is, or will be. */
    readonly withheld: string | null;
  } | null;
}

export type ReviewTurn = Turn<ReviewState>;
