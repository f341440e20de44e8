import type { Calendar } from './calendar';
import { dayNumber } from './day';

const daysInYear = 365;

/** How long dates can still be worked out. */
export interface Horizon {
  /** The last day whose year's bank holidays are held, a London date. */
  readonly lastDay: string;
  /** Days from `today` to it; negative once it is past. */
  readonly daysLeft: number;
  /** Less than a year: time for a release with later bank holidays. */
  readonly isNear: boolean;
}

/** `today` is London's date. */
export function horizonOf({ lastYear }: Calendar, today: string): Horizon {
  const lastDay = `${lastYear}-12-31`;
  const daysLeft = dayNumber(lastDay) - dayNumber(today);
  return { lastDay, daysLeft, isNear: daysLeft < daysInYear };
}
