import { addWorkingDays, type Calendar, londonDateOf, londonInstant } from '../domain/calendar';

/**
 * What is due before this instant has at most so many working days left: the beginning of the first
 * working day after them, in London. Throws OutsideCalendar.
 */
export const endOfDaysLeft = (
  days: number,
  { calendar, now }: { calendar: Calendar; now: string },
) => londonInstant(addWorkingDays(calendar, londonDateOf(now), days + 1).dueOn, '00:00');
