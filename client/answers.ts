import type { Standing } from '../domain/record/task-view';
import type { RecordKindName } from '../domain/record/kinds';
import type { TaskBook } from '../domain/record/task-book';
import type { AnyCommand, RecordView } from '../domain/records';
import type { Entry } from '../domain/record/entry';
import type { TaskSummary } from '../domain/record/task-summary';
import type { CaseView } from '../domain/case/view';
import type { IncidentReport } from '../domain/report';
import type { Problem } from '../domain/problem';
import type { IncidentFigures } from '../domain/figures/incident-figures';
import type { Period } from '../domain/figures/period';
import type { EvidenceFile } from '../domain/evidence-file';
import type { FoundFile } from '../register/evidence-files';
import type { KeptAbsence, NewAbsence } from '../register/absences';
import type { AccessPage, AccessQuery } from '../register/accesses';
import type { Counts } from '../register/counts';

export type { KeptAbsence, NewAbsence } from '../register/absences';
export type { EvidenceFile } from '../domain/evidence-file';
export type { FoundFile } from '../register/evidence-files';
export type { AccessPage } from '../register/accesses';

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
export type Wish = Exclude<AnyWish, { readonly name: 'link' | 'startIncident' }>;

export type AnyWish = WithoutActor<AnyCommand>;

type WithoutActor<Command> = Command extends unknown ? Omit<Command, 'actor'> : never;

export interface NewIncident {
  /** As handed in. */
  readonly report: unknown;
  /** `SI-2026-7K3F`; null: one is made. */
  readonly reference: string | null;
  /** A person's id in the authority's file; null: nobody in particular. */
  readonly by: string | null;
  /** Why it is another incident, though it looks like one that is here already. */
  readonly notADuplicate?: string;
}

export interface Begun {
  readonly reference: string;
  /** True when the same file was started under this reference before: nothing new began. */
  readonly already: boolean;
}

export interface NewReferral {
  /** The form as handed in. */
  readonly form: unknown;
  /** `PR-2026-7K3F`; null: one is made. */
  readonly reference: string | null;
  /** A person's id in the authority's file; null: nobody in particular. */
  readonly by: string | null;
}

/** How the incident of a referral is started. */
export interface FromReferral {
  /** Instant with an offset; null: when the referral was received. */
  readonly becameAwareAt: string | null;
  /** Why the authority became aware later than that; null: it did not. */
  readonly reason: string | null;
  readonly by: string;
  /** Why it is another incident, though it looks like one that is here already. */
  readonly notADuplicate?: string;
}

export interface Started extends Begun {
  /** Says that nobody could look for likely duplicates, and why; null: they were looked for. */
  readonly notCompared: string | null;
}

/** Who says why two incidents are the same; `actionId` makes a repeat the same action. */
export interface LinkRequest {
  readonly other: string;
  readonly reason: string;
  readonly by: string;
  readonly actionId?: string;
}

/** An incident with what was handed in of it, and with what came since. */
export interface ReportedIncident {
  readonly report: IncidentReport;
  /** The same before any default was applied: what an amendment is merged into. */
  readonly handedIn: unknown;
  readonly view: CaseView;
}

/** For what somebody reads a report: so the read is recorded. */
export type ReportUse = 'sheet' | 'briefing' | 'facts';

/** One line of `list`. */
export interface CaseSummary {
  readonly kind: RecordKindName;
  readonly reference: string;
  readonly status: TaskBook['status'];
  readonly decision: string;
  readonly becameAwareAt: string;
  readonly tasks: readonly ListedTask[];
}

/** A task as `list` shows it: as it stands when it is read. */
export interface ListedTask extends Pick<
  TaskSummary,
  'task' | 'title' | 'kind' | 'strength' | 'recipient' | 'criteria' | 'dueOn' | 'dueAt' | 'owner'
> {
  readonly state: Standing;
  /** Until the day on which it is due, negative after it; null without a date, or beyond the calendar. */
  readonly workingDaysLeft: number | null;
}

export interface CaseList {
  readonly records: readonly CaseSummary[];
  /** `after` of the next page; null: this was the last. */
  readonly next: string | null;
}

/** What is to be listed; null does not narrow it. */
export interface ListQuery {
  /** How a task stands now; a finished one is looked for in closed and withdrawn records too. */
  readonly state: Standing | null;
  /** Tasks that this person owns, and nobody's whose ladder addresses a role that they hold today. */
  readonly taskOwner: string | null;
  readonly recipient: string | null;
  readonly criterion: string | null;
  /** London date; what is due on it is left out. */
  readonly dueBefore: string | null;
  /** Tasks that are due within so many working days, or were due before. */
  readonly daysLeft: number | null;
  readonly kind: RecordKindName | null;
  /** Of the record; finished tasks are shown of one that is not open. */
  readonly status: TaskBook['status'] | null;
  /**
   * A reference or its beginning, in either case, of a record of whatever status. What cannot be one
   * finds nothing: it may be a name.
   */
  readonly reference: string | null;
  /** Closed and withdrawn ones too, and finished tasks. */
  readonly all: boolean;
  /** How many records at most, 1 to 1,000. */
  readonly limit: number;
  /** `next` of the page before; null: from the beginning. */
  readonly after: string | null;
}

/** How the notifications of a period went. */
export interface Figures {
  readonly incidents: readonly IncidentFigures[];
  /** References of those whose record the register was never given whole. */
  readonly unreadable: readonly string[];
}

export type AccessRequest = AccessQuery & {
  /** Who asks: a person's id in the authority's file. */
  readonly by: string;
};

export interface NewEvidenceFile {
  /** As its owner calls it; it is kept sealed, and stands nowhere else. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Who hands it in: a person's id in the authority's file. */
  readonly by: string;
}

export interface AbsenceToEnd {
  readonly id: string;
  /** Who says so: a person's id in the authority's file. */
  readonly by: string;
}

/**
 * Everything that a person can do with incident records, for the command line and the browser
 * alike. Every method throws Unreachable where Temporal or a worker does not answer.
 */
export interface Cases {
  start(incident: NewIncident): Promise<Outcome<Started>>;
  /** A practice review referral. */
  refer(referral: NewReferral): Promise<Outcome<Begun>>;
  /** The incident of a referral, with the facts that the referral has. */
  startFromReferral(reference: string, given: FromReferral): Promise<Outcome<Started>>;
  /** `actionId` makes a repeat the same action. */
  act(
    reference: string,
    wish: Wish,
    who: { by: string; actionId?: string },
  ): Promise<Outcome<readonly Entry[]>>;
  /** Keeps a file that proves something; `done` then names it. The same again is the same file. */
  attach(reference: string, file: NewEvidenceFile): Promise<Outcome<EvidenceFile>>;
  /** A file of a record as it was handed in. */
  file(reference: string, id: string): Promise<Outcome<FoundFile>>;
  /** Both records say it; answers the lines that were added to either. */
  link(reference: string, request: LinkRequest): Promise<Outcome<readonly Entry[]>>;
  /** Works with Temporal and every worker stopped where the register has it; so does `history`. */
  inspect(reference: string): Promise<Reading<RecordView>>;
  /** The report of an incident, found as `inspect` finds the record. */
  report(reference: string, use: ReportUse): Promise<Reading<ReportedIncident>>;
  /** Throws Unreachable too where the register does not answer: a part of a history is none. */
  history(reference: string): Promise<Reading<readonly Entry[]>>;
  /** From the register alone. */
  list(query: ListQuery): Promise<Outcome<CaseList>>;
  /** From the register alone: what is open, late and at risk now. */
  counts(): Promise<Outcome<Counts>>;
  /** Every incident of which the authority became aware in a period, as it stands now. */
  figures(period: Period): Promise<Outcome<Figures>>;
  /** Who read what, and who was refused what; for those who may know it. */
  accesses(request: AccessRequest): Promise<Outcome<AccessPage>>;
  /** Who is away, as people entered it here: what is not over yet, ended ones too. */
  absences(): Promise<Outcome<readonly KeptAbsence[]>>;
  addAbsence(absence: NewAbsence): Promise<Outcome<KeptAbsence>>;
  endAbsence(absence: AbsenceToEnd): Promise<Outcome<KeptAbsence>>;
}
