import { londonDateOf } from '../../domain/calendar';
import { horizonOf } from '../../domain/calendar-horizon';
import { groupBy } from '../../domain/group-by';
import { page, type Answer } from '../answer';
import type { Visit } from '../visit';

/** The bank holidays by which working days are counted, and how far they reach. */
export function showCalendar({ calendar, now }: Visit): Answer {
  const today = londonDateOf(now);
  const days = Object.entries(calendar.holidays).map(([on, name]) => ({ on, name }));
  const years = [...groupBy(days, ({ on }) => on.slice(0, 4))].map(([year, holidays]) => ({
    year,
    holidays,
    isPast: year < today.slice(0, 4),
  }));
  return page('setup/calendar', { years, horizon: horizonOf(calendar, today) });
}
