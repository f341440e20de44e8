import type { Dates, DatesRequest } from '../domain/dates';
import { dates } from './activities';
import type { Prepared } from './record-kind';

/** How an activity is asked for these dates; null where none are wanted. */
export const prepareDates = (
  request: DatesRequest | null,
): (() => Promise<Prepared<Dates>>) | null => request && (() => dates(request));
