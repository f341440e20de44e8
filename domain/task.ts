import type { TaskKind } from './own-tasks';
import type { Role } from './roles';

export type { TaskKind } from './own-tasks';
export type { Strength } from './strength';

/** What sets a message off. Acknowledging quietens `reminder` alone. */
export type RungKind = 'task' | 'alert' | 'reminder' | 'warning' | 'late' | 'chase';

/** One step of a task's ladder, with its moment worked out. */
export interface Rung {
  /** Unique within the task and the date it works towards, so that no rung fires twice. */
  readonly key: string;
  /** Instant, UTC. */
  readonly at: string;
  readonly kind: RungKind;
  /** True for the reminder that is sent only while nobody has acknowledged the task. */
  readonly unlessAcknowledged?: true;
  /** True when the calendar had no holidays for that year: it falls on a weekday, uncounted. */
  readonly onWeekdays?: true;
  readonly to: readonly Role[];
}

/** A chase that repeats, each so many working days after the due date, until the task is done. */
export interface ChaseStep {
  readonly everyWorkingDays: number;
  /** London time of day. */
  readonly at: string;
  readonly to: readonly Role[];
}

/** A day that the count passed over, and why. */
export interface SkippedDay {
  readonly on: string;
  readonly why: string;
}

/** When a task is due and the working behind it. Dates are Europe/London, instants UTC. */
export interface Clock {
  readonly startsAt: string;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly counted: readonly string[];
  readonly skipped: readonly SkippedDay[];
  readonly ladder: readonly Rung[];
  readonly chases: readonly ChaseStep[];
}

/** Who is to be told by a notification task. */
export type Recipient =
  'panel' | `partner:${string}` | `area:${string}` | 'secretary-of-state' | 'ofsted';

/** Tells the duties to notify from the authority's own work around them. */
export const isNotification = ({ kind }: { readonly kind: TaskKind }): boolean =>
  kind === 'notify' || kind === 'confirm-other';
