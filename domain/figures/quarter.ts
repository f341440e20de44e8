import { dateOf, dayNumber } from '../day';

/** The quarter of the calendar year in which a date lies, such as `2026 Q4`. */
export const quarterOf = (on: string): string =>
  `${on.slice(0, 4)} Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;

/** Every quarter from one date to another, both included. */
export function quartersBetween(from: string, to: string): string[] {
  const quarters: string[] = [];
  const last = quarterOf(to);
  for (let on = from; ; on = firstOfNext(on)) {
    quarters.push(quarterOf(on));
    if (quarterOf(on) >= last) return quarters;
  }
}

/** True where a period begins and ends with a quarter. */
export const areWholeQuarters = (from: string, to: string): boolean =>
  startsQuarter(from) && startsQuarter(dateOf(dayNumber(to) + 1));

const startsQuarter = (on: string): boolean => /-(01|04|07|10)-01$/.test(on);

function firstOfNext(on: string): string {
  const month = Math.ceil(Number(on.slice(5, 7)) / 3) * 3 + 1;
  const year = Number(on.slice(0, 4)) + (month > 12 ? 1 : 0);
  return `${year}-${String(month > 12 ? 1 : month).padStart(2, '0')}-01`;
}
