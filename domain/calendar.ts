import { dateOf, dayNumber, weekdayOf } from './day';
import type { SkippedDay } from './task';

export { addCalendarMonths } from './day';
export { endOfLondonDay, londonDateOf, londonInstant, utc } from './london';

/** Bank holidays by date, for whole years; nothing is known outside these years. */
export interface Calendar {
  readonly version: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly holidays: Readonly<Record<string, string>>;
}

/** A count of working days and its working: every day after day 0 is in one of the two lists. */
export interface Working {
  readonly dueOn: string;
  readonly counted: readonly string[];
  readonly skipped: readonly SkippedDay[];
}

/** No bank holidays are held for a year that the count needs. */
export class OutsideCalendar extends RangeError {
  override readonly name = 'OutsideCalendar';

  constructor(
    readonly year: number,
    calendar: Calendar,
  ) {
    super(
      `No bank holidays are held for ${year}: the calendar covers ${calendar.firstYear} to ` +
        `${calendar.lastYear}. Check the year; if it is right, update the calendar first.`,
    );
  }
}

function assertCovered(calendar: Calendar, on: string): void {
  const year = Number(on.slice(0, 4));
  if (year < calendar.firstYear || year > calendar.lastYear) {
    throw new OutsideCalendar(year, calendar);
  }
}

function whyNotWorking(calendar: Calendar, day: number, on: string): string | undefined {
  assertCovered(calendar, on);
  const weekday = weekdayOf(day);
  if (weekday === 6) return 'Saturday';
  if (weekday === 0) return 'Sunday';
  return calendar.holidays[on];
}

function assertCount(days: number): void {
  if (!Number.isInteger(days) || days < 0) {
    throw new RangeError('A number of days is a whole number, 0 or more');
  }
}

/** Neither Saturday, Sunday nor bank holiday. Throws OutsideCalendar. */
export function isWorkingDay(calendar: Calendar, on: string): boolean {
  return whyNotWorking(calendar, dayNumber(on), on) === undefined;
}

/** `from` is day 0 and is never counted or listed, whatever day it is. Throws OutsideCalendar. */
export function addWorkingDays(calendar: Calendar, from: string, days: number): Working {
  assertCount(days);
  const counted: string[] = [];
  const skipped: SkippedDay[] = [];
  let day = dayNumber(from);
  while (counted.length < days) {
    const on = dateOf(++day);
    const why = whyNotWorking(calendar, day, on);
    if (why === undefined) counted.push(on);
    else skipped.push({ on, why });
  }
  return { dueOn: counted.at(-1) ?? from, counted, skipped };
}

/** Counts back from `from`, which is day 0. Throws OutsideCalendar. */
export function subtractWorkingDays(calendar: Calendar, from: string, days: number): string {
  assertCount(days);
  let day = dayNumber(from);
  for (let left = days; left > 0;) {
    day -= 1;
    if (whyNotWorking(calendar, day, dateOf(day)) === undefined) left -= 1;
  }
  return dateOf(day);
}

/**
 * Working days after `from` up to and including `to`; negative where `to` is the earlier. Throws
 * OutsideCalendar. Not counted one by one: lists ask it of what was due years ago.
 */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (last < first) return -workingDaysBetween(calendar, to, from);
  if (last === first) return 0;
  assertCovered(calendar, dateOf(first + 1));
  assertCovered(calendar, to);
  let holidays = 0;
  for (const on of Object.keys(calendar.holidays)) {
    if (on > from && on <= to && isWeekday(dayNumber(on))) holidays += 1;
  }
  return weekdaysUntil(last) - weekdaysUntil(first) - holidays;
}

const isWeekday = (day: number) => weekdayOf(day) % 6 !== 0;

/** Mondays to Fridays up to and including a day, counted from the Sunday before day number 0. */
function weekdaysUntil(day: number): number {
  const weekday = weekdayOf(day);
  const weeks = (day - weekday + 4) / 7;
  return weeks * 5 + Math.min(weekday, 5);
}
