import { subtractWorkingDays, type Calendar } from '../../domain/calendar';
import type { ReviewView } from '../../domain/review/view';
import { dateInWords } from '../../domain/wording';

/** Publication is day 0, and the count goes back. */
const daysBefore = 7;

/** The report's way to the public, date by date; null: no local review is held. */
export function publicationShown({ publication }: ReviewView, calendar: Calendar) {
  if (publication === null) return null;
  const { dueOn, plannedOn, publishedOn, where, withheld } = publication;
  const day = publishedOn ?? plannedOn;
  const sentBy = dateInWords(subtractWorkingDays(calendar, day, daysBefore));
  return [
    row('Six months end', dateInWords(dueOn)),
    row('Publication is planned for', dateInWords(plannedOn)),
    row('The full report goes out', `by ${sentBy}, seven working days before`),
    ...(publishedOn === null
      ? []
      : [row('Published', `${dateInWords(publishedOn)}: ${where ?? ''}`)]),
    ...(withheld === null ? [] : [row('Not published', withheld)]),
  ];
}

const row = (label: string, text: string) => ({ label, text });
