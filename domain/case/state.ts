import type { ChangedAnswer, ChildAssessment, Decision } from '../assess';
import type { KnownFact } from '../plan';
import type { Fact } from '../report';
import type { CriterionId } from '../rulebook';
import type { Role } from '../authority';
import { isNotification, type Clock, type Recipient, type Strength, type TaskKind } from '../task';

/** Somebody acting: who, in which roles, and for whom they stand in. Resolved by the client. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly coverFor: readonly string[];
}

/** That it was done: the only thing that makes a notification done. */
export interface Evidence {
  /** Instant, UTC: when it was done, as the person says. */
  readonly at: string;
  readonly channel: string;
  readonly reference: string | null;
  readonly told: string;
  readonly by: string;
  /** Instant, UTC: when it was typed in. Recording late never moves a clock. */
  readonly recordedAt: string;
}

/** Where a task stands. Lateness is not here: it follows from the clock and the time of asking. */
export type TaskState =
  | { readonly is: 'open' }
  | { readonly is: 'acknowledged'; readonly by: string; readonly at: string }
  | { readonly is: 'done'; readonly evidence: Evidence }
  | {
      readonly is: 'cancelled';
      readonly at: string;
      readonly because: string;
      readonly approvedBy: string | null;
    };

/** One thing that somebody must do, with its clock, its ladder and, once done, its evidence. */
export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly because: string;
  /** Whom it tells; null for our own work. */
  readonly recipient: Recipient | null;
  /** The child that it is about; null when about the whole incident. */
  readonly child: string | null;
  readonly criteria: readonly CriterionId[];
  readonly strength: Strength;
  readonly heldBy: string | null;
  /** The clock in force; its ladder holds the rungs still to come. Null: no date. */
  readonly clock: Clock | null;
  /** A claimed later clock that waits for a manager's confirmation. */
  readonly laterClock: Clock | null;
  /** From awareness: shown beside a later clock even after that was confirmed. */
  readonly strictClock: Clock | null;
  readonly openedAt: string;
  /** Keys of the rungs that fired, chases aside (their dates never come twice). */
  readonly fired: readonly string[];
  readonly owner: string | null;
  readonly state: TaskState;
  /** People and addresses that the mail server refused. */
  readonly notReached: readonly string[];
  readonly explanations: readonly {
    readonly by: string;
    readonly at: string;
    readonly text: string;
  }[];
}

/** What an approval would do to one task: end it, move its date later, or hand it over. */
export interface TaskChange {
  readonly task: string;
  readonly words: string;
  readonly change: Partial<
    Pick<Task, 'state' | 'clock' | 'strictClock' | 'strength' | 'kind' | 'heldBy' | 'title'>
  >;
}

/** What waits for a second person's yes. */
export type Proposed =
  | { readonly kind: 'change-tasks'; readonly changes: readonly TaskChange[] }
  | { readonly kind: 'change-answer'; readonly change: ChangedAnswer }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'not-notifying'; readonly decision: NotNotifying };

export interface Proposal {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly what: Proposed;
  readonly state: 'waiting' | 'approved' | 'lapsed';
}

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

/** What every record has that lives of tasks: an incident, a referral, a review. */
export interface TaskBook {
  readonly kind: 'incident';
  readonly reference: string;
  readonly status: 'open' | 'closed' | 'withdrawn';
  /** The edition of the rules that it started under, and keeps. */
  readonly rulebook: string;
  /** The version of the bank holidays by which its dates were worked out. */
  readonly calendar: string;
  readonly tasks: readonly Task[];
  readonly proposals: readonly Proposal[];
  readonly nextEntry: number;
  readonly nextBatch: number;
}

/** The whole of an incident record. Plain JSON: it crosses every boundary as it is. */
export interface CaseState extends TaskBook {
  readonly report: unknown;
  readonly becameAwareAt: string;
  readonly decision: Decision;
  readonly children: readonly ChildAssessment[];
  readonly facts: readonly RecordedFact[];
  readonly changedAnswers: readonly ChangedAnswer[];
  readonly links: readonly Link[];
}

/** What stands recorded about a child, corrected facts left out. */
export const factsOf = ({ facts }: CaseState, child: string): Partial<Record<Fact, string>> =>
  Object.fromEntries(
    facts
      .filter((one) => one.child === child && one.struckAt === null)
      .map(({ fact, value }) => [fact, value]),
  );

export const isUnfinished = ({ state }: Task): boolean =>
  state.is === 'open' || state.is === 'acknowledged';

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
