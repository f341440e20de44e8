import type { Authority } from './authority';
import {
  addCalendarMonths,
  addWorkingDays,
  londonDateOf,
  OutsideCalendar,
  subtractWorkingDays,
  type Calendar,
  type Working,
} from './calendar';
import { clockOver } from './clocks';
import { workingDayAfter } from './ladder';
import { ownLadder, ownTasks, type OwnTaskKind } from './own-tasks';
import type { Problem } from './problem';
import type { Clock } from './task';

/**
 * How a due date is found. Dates are Europe/London; the date counted from is day 0, and is that of
 * the task's start where none is named.
 */
export type DateRule =
  | { readonly workingDays: number; readonly after?: string }
  | { readonly workingDays: number; readonly before: string }
  | { readonly months: number; readonly after?: string }
  | { readonly on: string };

/** A task whose dates are wanted. */
export interface DatesWanted {
  readonly kind: OwnTaskKind;
  /** Instant, UTC: since when the task runs. */
  readonly startsAt: string;
  /** Absent: so many working days as its kind has, or as the authority's file says. */
  readonly due?: DateRule;
}

/** What is asked of the calendar at an instant, each task under a name of the asker's. */
export interface DatesRequest {
  /** Instant, UTC, that counts as now: when the tasks are opened. */
  readonly now: string;
  readonly tasks: Readonly<Record<string, DatesWanted>>;
  /** Dates that a person gave, which must not have passed, each under the option that gave it. */
  readonly toCome?: Readonly<Record<string, string>>;
}

/** When a task is due, and how that was found. */
export interface DueDate {
  readonly clock: Clock;
  readonly due: DateRule;
}

/** Every date that was asked for, and the calendar that gave them. */
export interface Dates {
  readonly now: string;
  readonly calendar: string;
  readonly tasks: Readonly<Record<string, DueDate>>;
}

export type DatesAnswer =
  | { readonly ok: true; readonly plan: Dates }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface DatesBasis {
  readonly calendar: Calendar;
  readonly authority: Pick<Authority, 'targets'>;
}

/** Works out every date. Beyond the calendar's years it counts weekdays: no record is ever stuck. */
export function datesOf(request: DatesRequest, basis: DatesBasis): DatesAnswer {
  const { now, tasks } = request;
  const problems = passedDates(request);
  if (problems.length > 0) return { ok: false, problems };
  const found = Object.entries(tasks).map(
    ([name, wanted]) => [name, dueDateOf(wanted, now, basis)] as const,
  );
  const calendar = basis.calendar.version;
  return { ok: true, plan: { now, calendar, tasks: Object.fromEntries(found) } };
}

function passedDates({ now, toCome = {} }: DatesRequest): Problem[] {
  const today = londonDateOf(now);
  return Object.entries(toCome)
    .filter(([, on]) => on < today)
    .map(([path, on]) => ({
      path,
      problem: `${on} has passed`,
      remedy: `Give today, ${today}, or a later date`,
    }));
}

function dueDateOf(wanted: DatesWanted, now: string, basis: DatesBasis): DueDate {
  const { kind, startsAt } = wanted;
  const { calendar } = basis;
  const due = wanted.due ?? { workingDays: periodOf(kind, basis) };
  const span = { startsAt, steps: ownLadder(kind), ...workingOf(due, startsAt, calendar) };
  return { clock: clockOver(span, now, calendar), due };
}

function periodOf(kind: OwnTaskKind, { authority }: DatesBasis): number {
  const targets: Partial<Record<OwnTaskKind, number>> = authority.targets;
  const days = targets[kind] ?? ownTasks[kind].workingDays;
  if (days === null) throw new Error(`A ${kind} task needs a date`);
  return days;
}

function workingOf(rule: DateRule, startsAt: string, calendar: Calendar): Working {
  if ('on' in rule) return uncounted(rule.on);
  if ('before' in rule) return uncounted(backFrom(rule.before, rule.workingDays, calendar));
  const from = rule.after ?? londonDateOf(startsAt);
  if ('months' in rule) return uncounted(addCalendarMonths(from, rule.months));
  return (
    inCalendar(() => addWorkingDays(calendar, from, rule.workingDays)) ??
    uncounted(workingDayAfter(from, rule.workingDays, calendar).on)
  );
}

const backFrom = (date: string, days: number, calendar: Calendar): string =>
  inCalendar(() => subtractWorkingDays(calendar, date, days)) ??
  workingDayAfter(date, -days, calendar).on;

/** Null beyond the calendar's years. */
function inCalendar<T>(count: () => T): T | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}

const uncounted = (dueOn: string): Working => ({ dueOn, counted: [], skipped: [] });
