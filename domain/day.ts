const msPerDay = 86_400_000;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01 of a calendar date. Throws RangeError for what is no real date. */
export function dayNumber(on: string): number {
  const ms = datePattern.test(on) ? Date.parse(on) : NaN;
  // Date.parse rolls 30 February over into March, so the way back is the check.
  if (Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(on.slice(8))) {
    throw new RangeError('Not a date: write year-month-day, such as 2026-12-22');
  }
  return ms / msPerDay;
}

/** The date of a day number, as `2026-12-22`. */
export function dateOf(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 is Saturday. Day number 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Same day of a later or earlier month, or that month's last day where it has no such day. */
export function addCalendarMonths(from: string, months: number): string {
  dayNumber(from);
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10);
}
