import type { CaseView } from '../domain/case/view';
import type { CommandName, CommandOf } from '../domain/case/commands';
import type { Entry } from '../domain/case/entry';
import type { Problem } from '../domain/problem';

/** What came of a request: the value; or a sentence, or every problem, and then nothing was done. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What was read. `asOf` is there where it may have gone on since: then it is what was last recorded. */
export type Reading<T> = Outcome<T> & { readonly asOf?: AsOf };

/** The last entry that what was read rests on, and why there may be more. */
export interface AsOf {
  readonly entry: number;
  /** Instant, UTC. */
  readonly recordedAt: string;
  /** `lost`: Temporal knows nothing of an incident that is open. */
  readonly why: 'no-answer' | 'lost';
}

/** Something that a person wants done, before it is known who they are and what they may do. */
export type Wish = {
  [Name in CommandName]: Omit<CommandOf<Name>, 'actor'>;
}[CommandName];

export interface NewIncident {
  /** As handed in. */
  readonly report: unknown;
  /** `SI-2026-7K3F`; null: one is made. */
  readonly reference: string | null;
  /** A person's id in the authority's file; null: nobody in particular. */
  readonly by: string | null;
}

export interface Started {
  readonly reference: string;
  /** True when the same file was started under this reference before: nothing new began. */
  readonly already: boolean;
}

/** One line of `list`. */
export interface CaseSummary {
  readonly reference: string;
  readonly status: CaseView['status'];
  readonly decision: CaseView['decision'];
  readonly becameAwareAt: string;
  readonly tasks: readonly TaskSummary[];
}

export type TaskSummary = Pick<
  CaseView['duties'][number],
  'task' | 'title' | 'kind' | 'strength' | 'state' | 'dueOn' | 'dueAt' | 'owner'
>;

export interface ListFilter {
  readonly late: boolean;
  /** Tasks that this person owns, or whose ladder addresses a role that they hold today. */
  readonly taskOwner: string | null;
  /** Closed and withdrawn ones too. */
  readonly all: boolean;
}

/**
 * Everything that a person can do with incident records, for the command line and the browser
 * alike. Every method throws Unreachable where Temporal or a worker does not answer.
 */
export interface Cases {
  start(incident: NewIncident): Promise<Outcome<Started>>;
  /** `actionId` makes a repeat the same action. */
  act(
    reference: string,
    wish: Wish,
    who: { by: string; actionId?: string },
  ): Promise<Outcome<readonly Entry[]>>;
  /** Works with Temporal and every worker stopped where the register has it; so does `history`. */
  inspect(reference: string): Promise<Reading<CaseView>>;
  /** Throws Unreachable too where the register does not answer: a part of a history is none. */
  history(reference: string): Promise<Reading<readonly Entry[]>>;
  list(filter: ListFilter): Promise<readonly CaseSummary[]>;
}
