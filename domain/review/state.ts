import type { Proposal, TaskBook } from '../record/task-book';
import type { Turn } from '../record/turn';
import type { ReviewCommandName, ReviewCommandOf } from './commands';

type Given<Name extends ReviewCommandName> = Omit<ReviewCommandOf<Name>, 'name' | 'actor'>;

/** Who recorded something, and when (an instant, UTC). */
interface Recorded {
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export interface ReviewProposed {
  readonly kind: 'end-review';
}

/** What a yes to that would bring about. */
export const endInWords = 'the review would end: the case is outside the criteria';

/** What a rapid review begins with. */
export interface ReviewBasis {
  /** The incident that was notified. */
  readonly incident: string;
  /** Instant, UTC: when the Panel was notified. The fifteen working days count from it. */
  readonly notifiedAt: string;
  /** The edition of the rules that the incident keeps. */
  readonly rulebook: string;
  /** Ids of the safeguarding partners. */
  readonly partners: readonly string[];
}

export type SignOff = Given<'signOff'> & Recorded;
export type ReviewDecision = Given<'decideReview'> & Recorded;
export type PanelReply = Given<'recordReply'> & Recorded;
export type Appointment = Given<'appoint'> & Recorded;

/** The report of a local review, on its way to the public. Dates, Europe/London. */
export interface Publication {
  /** Six months after the decision. */
  readonly dueOn: string;
  readonly plannedOn: string;
  readonly publishedOn: string | null;
  readonly where: string | null;
  /** Why it is not published; null: it is, or will be. */
  readonly withheld: string | null;
}

/** The whole of a review. Plain JSON: it crosses every boundary as it is. */
export interface ReviewState extends TaskBook, ReviewBasis {
  readonly kind: 'review';
  readonly proposals: readonly Proposal<ReviewProposed>[];
  readonly signOffs: readonly SignOff[];
  /** Oldest first; the last one stands. */
  readonly decisions: readonly ReviewDecision[];
  readonly replies: readonly PanelReply[];
  readonly reviewers: readonly Appointment[];
  /** Null: there is no local review, or none yet. */
  readonly publication: Publication | null;
}

export type ReviewTurn = Turn<ReviewState>;

export const recorded = ({ now, by }: ReviewTurn): Recorded => ({
  recordedAt: now,
  recordedBy: by,
});

/** What each partner last said, in the partners' order. */
export const standingSignOffs = ({ partners, signOffs }: ReviewState): SignOff[] =>
  partners.flatMap((id) => signOffs.findLast(({ partner }) => partner === id) ?? []);

/** Whether a local review runs whose report is neither published nor withheld. */
export const isUnderWay = ({ publication, status }: ReviewState): boolean =>
  status !== 'withdrawn' &&
  publication !== null &&
  publication.publishedOn === null &&
  publication.withheld === null;
