import type { Acted, BookEvent, Refused, Rules, Stepped } from '../domain/record/machine';
import type { TaskBook } from '../domain/record/task-book';
import type { Problem } from '../domain/problem';
import type { ReviewToBegin } from '../domain/case/rapid-review';
import type { RunInput } from './messages';

/** What a plan activity answers: every date, or what was wrong with what it was asked. */
export type Prepared<Plan> =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Dates worked out at an instant, which counts as now for the step that they are for. */
export interface Dated {
  readonly now: string;
  /** The version of the bank holidays that they rest on. */
  readonly calendar: string;
}

/** What is to begin because of this record, and has not; null: nothing. */
export type Follow<State extends TaskBook> = (state: State) => ReviewToBegin | null;

type Prepare<Plan> = (() => Promise<Prepared<Plan>>) | null;

/** How a new record comes about: its first step, and what was found out on the way. */
export interface Opened<State extends TaskBook> {
  readonly first: Stepped<State>;
  readonly hasSearchAttributes: boolean;
}

/** A kind of record as the durable shell needs it: its kernel, and how its dates are worked out. */
export interface RecordKind<State extends TaskBook, Command extends Acted, Plan extends Dated> {
  readonly commandNames: readonly string[];
  readonly open: (input: RunInput<State>) => Promise<Opened<State>>;
  readonly judge: Rules<State, Command, Plan>['judge'];
  readonly step: (state: State, event: BookEvent<Command, Plan>) => Stepped<State> | Refused;
  /** Asks an activity for the dates that a command needs; null where it needs none. */
  readonly prepare: (state: State, command: Command, now: string) => Prepare<Plan>;
  /** Asks for the dates by today's calendar; null where none can move. */
  readonly prepareRedate: (state: State, now: string) => Prepare<Plan>;
  readonly follow?: Follow<State>;
}
