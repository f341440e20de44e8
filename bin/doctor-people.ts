import type { Check } from '../cli/checks-text';
import type { Authority } from '../domain/authority';
import { englandAndWales } from '../domain/bank-holidays';
import { londonDateOf } from '../domain/calendar';
import { horizonOf } from '../domain/calendar-horizon';
import { coverGaps, daysAhead } from '../domain/cover-gaps';
import { roleNames } from '../domain/people';

/** Who would be told: roles that some task addresses and that nobody present holds. */
export function checkCover(authority: Authority, now: string): Check {
  const gaps = coverGaps(authority, londonDateOf(now)).map(({ role, days }) => {
    const when = days.length === daysAhead ? 'on none of them' : `not on ${days.join(', ')}`;
    return `${roleNames[role]}: ${when}`;
  });
  const name = 'cover, two weeks';
  if (gaps.length === 0) return { name, stands: 'good', says: 'every role has somebody', mend: '' };
  const mend = 'Enter who covers (`notifiable away`); until then the next role up is told instead.';
  return { name, stands: 'warning', says: `somebody present: ${gaps.join('; ')}`, mend };
}

/** How long dates can still be worked out. */
export function checkCalendar(now: string): Check {
  const { lastYear, version } = englandAndWales;
  const { daysLeft, isNear } = horizonOf(englandAndWales, londonDateOf(now));
  const says = `${version}: bank holidays are held to the end of ${lastYear}`;
  const name = 'calendar';
  if (!isNear) return { name, stands: 'good', says, mend: '' };
  const mend = 'Install a release with later bank holidays: no date after them can be worked out.';
  return { name, stands: daysLeft < 0 ? 'bad' : 'warning', says, mend };
}
