import type { Entry } from '../domain/record/entry';
import type { ReviewToBegin } from '../domain/case/rapid-review';
import { summarise } from '../domain/summary';
import type { Calendar } from '../domain/calendar';
import { datesOf, type DatesAnswer, type DatesRequest } from '../domain/dates';
import { assessReferral } from '../domain/referral/assessment';
import type { Assessed, AssessmentRequest } from '../domain/referral/plan';
import { setOutChases } from '../domain/ladder';
import type { Planned, PlanRequest } from '../domain/plan';
import { planCase } from '../domain/planner';
import type { AnyState } from '../domain/records';
import type { ChaseStep, Rung } from '../domain/task';
import type { AuthorityFile, Recorder } from './ports';
import { createDailyHead, type DailyHeadPorts } from './daily-head';
import { createSweep, type SweepPorts } from './sweep';
import { createTell, type TellPorts } from './tell';

export interface ActivityPorts extends TellPorts, SweepPorts, DailyHeadPorts {
  readonly authorityFile: AuthorityFile;
  readonly calendar: Calendar;
  readonly recorder: Recorder;
  /** False where the server does not know our search attributes: writing them would wedge a case. */
  readonly hasSearchAttributes: boolean;
}

/** A plan, and what else the case must know of its surroundings. */
export type PlanAnswer = Planned & { readonly hasSearchAttributes: boolean };

/** A late task whose next chases are to be worked out. */
export interface ChaseRequest {
  readonly task: string;
  readonly chases: readonly ChaseStep[];
  readonly after: string;
  readonly dueAt: string;
}

/** With it, what a new record must know of the authority's file and of the server. */
export type DatesAnswered = DatesAnswer & {
  /** Ids of the safeguarding partners. */
  readonly partners: readonly string[];
  readonly hasSearchAttributes: boolean;
};

/** Lines of a record's history to keep, in order. */
export interface RecordRequest {
  readonly entries: readonly Entry[];
  /** The record as it stands after the last of them. */
  readonly state: AnyState;
}

export type Activities = ReturnType<typeof createActivities>;

/** Everything that a case does to the world, or must learn from it, as closures over the ports. */
export function createActivities(ports: ActivityPorts) {
  const { authorityFile, calendar, recorder, hasSearchAttributes, runs } = ports;
  return {
    /** Works out every date: the calendar and the authority's file enter the case here alone. */
    async plan(request: PlanRequest): Promise<PlanAnswer> {
      const authority = await authorityFile.read();
      return { ...planCase(request, { authority, calendar }), hasSearchAttributes };
    },
    /** Reads a referral's form, and sees what its facts say of the criteria for a notification. */
    async assessReferral(request: AssessmentRequest): Promise<Assessed> {
      return assessReferral(request, { calendar, authority: await authorityFile.read() });
    },
    /** Works out the dates of tasks that follow a rule: those of referrals and reviews. */
    async dates(request: DatesRequest): Promise<DatesAnswered> {
      const authority = await authorityFile.read();
      const partners = authority.partners.map(({ id }) => id);
      return { ...datesOf(request, { calendar, authority }), partners, hasSearchAttributes };
    },
    /** The next days' chases of tasks that are late for longer than was planned. */
    chases(requests: readonly ChaseRequest[]): Promise<Record<string, Rung[]>> {
      const rungs = requests.map(({ task, chases, after, dueAt }) => [
        task,
        setOutChases(chases, { after, dueAt }, calendar),
      ]);
      return Promise.resolve(Object.fromEntries(rungs) as Record<string, Rung[]>);
    },
    /** Keeps lines of history. The same lines twice are kept once. */
    record({ entries, state }: RecordRequest): Promise<void> {
      return recorder.append(state.reference, entries, { summary: summarise(state), state });
    },
    /** Begins a rapid review's record; one that has begun is left as it is. */
    beginReview: (review: ReviewToBegin): Promise<void> => runs.beginReview(review),
    tell: createTell(ports),
    sweepRecords: createSweep(ports),
    publishDailyHead: createDailyHead(ports),
  };
}
