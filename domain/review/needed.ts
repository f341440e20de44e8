import type { Dates } from '../dates';

/** Commands with dates come with them; one without is a mistake in the program. */
export function needed(dates: Dates | null): Dates {
  if (dates === null) throw new Error('This step needs dates');
  return dates;
}
