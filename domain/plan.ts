import type { ChangedAnswer, ChildAssessment, Decision } from './assess';
import type { Duty } from './duties';
import type { OwnTaskKind } from './own-tasks';
import type { Problem } from './problem';
import type { Fact } from './report';
import type { Clock } from './task';

interface LookAgain {
  readonly on: string;
  readonly atMost: number | null;
  /** True at the approval: the date was right when proposed, and may have come since. */
  readonly wasProposed?: true;
}

/** What a plan is asked for. `report` is the report as handed in, before defaults. */
export interface PlanRequest {
  readonly report: unknown;
  /** A merge patch to the report; null when the facts stay. */
  readonly patch: unknown;
  readonly changedAnswers: readonly ChangedAnswer[];
  /** The edition to judge by; null for the one that the authority's file names. */
  readonly rulebook: string | null;
  /** Instant, UTC, that counts as now: when the tasks are opened. */
  readonly now: string;
  /** Own tasks that start now and whose dates are needed. */
  readonly clocksFor: readonly OwnTaskKind[];
  /** When a manager wants to look again, at most so many working days ahead; null: not asked. */
  readonly lookAgain: LookAgain | null;
  /** Since when unsent tasks have been running: what develops never moves them later. */
  readonly runningSince: Readonly<Record<string, string>>;
}

/** What is asked when a report is handed in at an instant, or only looked at. */
export const firstPlanRequest = (report: unknown, now: string): PlanRequest => ({
  report,
  patch: null,
  changedAnswers: [],
  rulebook: null,
  now,
  clocksFor: [],
  lookAgain: null,
  runningSince: {},
});

/** A duty with its dates. `strict` counts from awareness where a later clock is claimed. */
export interface PlannedDuty extends Duty {
  readonly title: string;
  readonly clock: Clock;
  readonly strict: Clock | null;
}

/** A task of our own that the facts call for. */
export interface PlannedOwnTask {
  readonly id: string;
  readonly kind: OwnTaskKind;
  /** The reference of the child that it is about; absent when about the whole incident. */
  readonly child?: string;
  readonly title: string;
  readonly because: string;
  readonly criteria: readonly ChildAssessment['criteria'][number]['id'][];
  readonly clock: Clock;
}

/** One fact about a child: what it is and since when the authority has known it. */
export interface KnownFact {
  readonly child: string;
  readonly fact: Fact;
  readonly value: string;
  /** Instant, UTC. */
  readonly knownAt: string;
}

/** Every task with every instant, worked out in one go. Plain JSON. */
export interface Plan {
  readonly rulebook: string;
  readonly calendar: string;
  readonly now: string;
  /** The report after the patch, as handed in. */
  readonly report: unknown;
  readonly becameAwareAt: string;
  readonly facts: readonly KnownFact[];
  readonly decision: Decision;
  readonly children: readonly ChildAssessment[];
  readonly duties: readonly PlannedDuty[];
  readonly ownTasks: readonly PlannedOwnTask[];
  readonly clocks: Partial<Record<OwnTaskKind, Clock>>;
}

export type Planned =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: readonly Problem[] };
