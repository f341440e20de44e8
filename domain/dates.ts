import {
  addCalendarMonths,
  addWorkingDays,
  OutsideCalendar,
  subtractWorkingDays,
  type Calendar,
  type Working,
} from './calendar';
import { clockOver } from './clocks';
import { workingDayAfter } from './ladder';
import { ownLadder, type OwnTaskKind } from './own-tasks';
import type { Clock } from './task';

/** How a due date is found. Dates are Europe/London; the date counted from is day 0. */
export type DateRule =
  | { readonly workingDaysAfter: string; readonly days: number }
  | { readonly workingDaysBefore: string; readonly days: number }
  | { readonly monthsAfter: string; readonly months: number }
  | { readonly on: string };

/** A task whose dates are wanted. */
interface ClockWanted {
  readonly kind: OwnTaskKind;
  /** Instant, UTC: since when the task runs. */
  readonly startsAt: string;
  readonly due: DateRule;
}

/** What is asked of the calendar at an instant, each clock under a name of the asker's. */
export interface DatesRequest {
  /** Instant, UTC, that counts as now: when the tasks are opened. */
  readonly now: string;
  readonly clocks: Readonly<Record<string, ClockWanted>>;
}

/** Every date that was asked for, and the calendar that gave them. */
export interface Dates {
  readonly now: string;
  readonly calendar: string;
  readonly clocks: Readonly<Record<string, Clock>>;
}

/** Works out every clock. Beyond the calendar's years it counts weekdays: no record is ever stuck. */
export function datesOf({ now, clocks }: DatesRequest, calendar: Calendar): Dates {
  const made = Object.entries(clocks).map(([name, wanted]) => [
    name,
    clockOf(wanted, now, calendar),
  ]);
  return {
    now,
    calendar: calendar.version,
    clocks: Object.fromEntries(made) as Record<string, Clock>,
  };
}

function clockOf({ kind, startsAt, due }: ClockWanted, now: string, calendar: Calendar): Clock {
  const span = { startsAt, steps: ownLadder(kind), ...workingOf(due, calendar) };
  return clockOver(span, now, calendar);
}

function workingOf(rule: DateRule, calendar: Calendar): Working {
  if ('on' in rule) return uncounted(rule.on);
  if ('monthsAfter' in rule) return uncounted(addCalendarMonths(rule.monthsAfter, rule.months));
  try {
    if ('workingDaysAfter' in rule) {
      return addWorkingDays(calendar, rule.workingDaysAfter, rule.days);
    }
    return uncounted(subtractWorkingDays(calendar, rule.workingDaysBefore, rule.days));
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    const from = 'workingDaysAfter' in rule ? rule.workingDaysAfter : rule.workingDaysBefore;
    const days = 'workingDaysAfter' in rule ? rule.days : -rule.days;
    return uncounted(workingDayAfter(from, days, calendar).on);
  }
}

const uncounted = (dueOn: string): Working => ({ dueOn, counted: [], skipped: [] });
