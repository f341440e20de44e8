import type { EvidenceFile } from '../evidence-file';
import type { CriterionId } from '../rulebook';
import type { Role } from '../authority';
import type { RecordKindName } from './kinds';
import type { DateRule } from '../dates';
import type { Clock, Recipient, Strength, TaskKind } from '../task';

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
  /** Absent: none was handed in. Its hash is so in the history's chain. */
  readonly file?: EvidenceFile;
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
  /** How its date was found, where it follows another date; absent: by its facts, or it has none. */
  readonly due?: DateRule;
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

/** What a second person's yes would bring about, of whichever kind. */
export interface Proposed {
  readonly kind: string;
}

/** What waits for a second person's yes. */
export interface Proposal<What extends Proposed = Proposed> {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly what: What;
  readonly state: 'waiting' | 'approved' | 'lapsed';
}

/** What every record has that lives of tasks: an incident, a referral, a review. */
export interface TaskBook {
  readonly kind: RecordKindName;
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

export const isUnfinished = ({ state }: Task): boolean =>
  state.is === 'open' || state.is === 'acknowledged';

/** The unfinished tasks of these kinds. */
export const openOf = ({ tasks }: TaskBook, ...kinds: TaskKind[]): Task[] =>
  tasks.filter((task) => isUnfinished(task) && kinds.includes(task.kind));
