import type { ChangedAnswer, ChildAssessment, Decision } from '../assess';
import type { KnownFact } from '../plan';
import type { Fact } from '../report';
import { isNotification } from '../task';
import type { Proposal, Task, TaskBook } from '../record/task-book';
import type { Around } from '../around/recorded';
import type { Turn } from '../record/turn';

/** What an approval would do to one task: end it, move its date later, or hand it over. */
export interface TaskChange {
  readonly task: string;
  readonly words: string;
  readonly change: Partial<
    Pick<Task, 'state' | 'clock' | 'strictClock' | 'strength' | 'kind' | 'heldBy' | 'title'>
  >;
}

/** What waits for a second person's yes on an incident record. */
export type CaseProposed =
  | { readonly kind: 'change-tasks'; readonly changes: readonly TaskChange[] }
  | { readonly kind: 'change-answer'; readonly change: ChangedAnswer }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'not-notifying'; readonly decision: NotNotifying };

export type CaseProposal = Proposal<CaseProposed>;

/** A decision not to notify: partners' views, dissent kept, and when to look again. */
export interface NotNotifying {
  readonly views: readonly { readonly partner: string; readonly view: string }[];
  readonly dissent: string | null;
  readonly lookAgainOn: string | null;
}

/** A fact as it was recorded; a corrected one stays, struck through. */
export interface RecordedFact extends KnownFact {
  readonly recordedAt: string;
  readonly by: string;
  readonly struckAt: string | null;
}

/** Another record of the same incident. */
export interface Link {
  readonly reference: string;
  /** Instant, UTC: when the authority became aware of it, as that record said when it was linked. */
  readonly becameAwareAt: string;
}

/** The rapid review that follows a notification. */
export interface RapidReview {
  /** `RR-2026-7K3F` follows `SI-2026-7K3F`. */
  readonly reference: string;
  /** Instant, UTC: when the Panel was notified; the fifteen working days count from it. */
  readonly notifiedAt: string;
  /** True once its own record has begun. */
  readonly isBegun: boolean;
}

/** The whole of an incident record. Plain JSON: it crosses every boundary as it is. */
export interface CaseState extends TaskBook {
  readonly kind: 'incident';
  readonly proposals: readonly CaseProposal[];
  readonly report: unknown;
  readonly becameAwareAt: string;
  readonly decision: Decision;
  readonly children: readonly ChildAssessment[];
  readonly facts: readonly RecordedFact[];
  readonly changedAnswers: readonly ChangedAnswer[];
  readonly links: readonly Link[];
  /** Absent: the incident has called for none. */
  readonly review?: RapidReview;
  /** Absent: nothing of it was recorded. */
  readonly around?: Around;
}

export type CaseTurn = Turn<CaseState>;

/** What stands recorded about a child, corrected facts left out. */
export const factsOf = ({ facts }: CaseState, child: string): Partial<Record<Fact, string>> =>
  Object.fromEntries(
    facts
      .filter((one) => one.child === child && one.struckAt === null)
      .map(({ fact, value }) => [fact, value]),
  );

/** The notification task that counts for a recipient: the last, where one was made anew. */
export const latestFor = (tasks: readonly Task[], recipient: Task['recipient']) =>
  tasks.findLast((task) => isNotification(task) && task.recipient === recipient);

/** The notifications that were made and that stand. */
export const toldIn = (tasks: readonly Task[]): Task[] =>
  tasks.filter(
    (task) =>
      task.kind === 'notify' &&
      task.state.is === 'done' &&
      latestFor(tasks, task.recipient) === task,
  );
