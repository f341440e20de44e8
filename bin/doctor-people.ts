import type { Check } from '../cli/checks-text';
import type { Authority } from '../domain/authority';
import { englandAndWales } from '../domain/bank-holidays';
import { londonDateOf } from '../domain/calendar';
import { dateOf, dayNumber } from '../domain/day';
import { ownTasks } from '../domain/own-tasks';
import { holdersOf, roleNames } from '../domain/people';
import type { Role } from '../domain/roles';

const daysAhead = 14;
const daysInYear = 365;

/** Who would be told: roles that some task addresses and that nobody present holds. */
export function checkCover(authority: Authority, now: string): Check {
  const today = dayNumber(londonDateOf(now));
  const days = Array.from({ length: daysAhead }, (_, ahead) => dateOf(today + ahead));
  const gaps = addressedRoles(authority).flatMap((role) => {
    const empty = days.filter((on) => holdersOf(authority, role, on).length === 0);
    if (empty.length === 0) return [];
    const when = empty.length === daysAhead ? 'on none of them' : `not on ${empty.join(', ')}`;
    return [`${roleNames[role]}: ${when}`];
  });
  const name = 'cover, two weeks';
  if (gaps.length === 0) return { name, stands: 'good', says: 'every role has somebody', mend: '' };
  const mend = 'Name a cover in the authority’s file; until then the next role up is told instead.';
  return { name, stands: 'warning', says: `somebody present: ${gaps.join('; ')}`, mend };
}

function addressedRoles({ ladder }: Authority): Role[] {
  const duties = [...ladder.must, ...ladder.should].flatMap(({ to }) => to);
  const own = Object.values(ownTasks).flatMap(({ to, whenMissed }) => [...to, ...whenMissed]);
  return [...new Set([...duties, ...own])];
}

/** How long dates can still be worked out. */
export function checkCalendar(now: string): Check {
  const { lastYear, version } = englandAndWales;
  const left = dayNumber(`${lastYear}-12-31`) - dayNumber(londonDateOf(now));
  const says = `${version}: bank holidays are held to the end of ${lastYear}`;
  const name = 'calendar';
  if (left >= daysInYear) return { name, stands: 'good', says, mend: '' };
  const mend = 'Install a release with later bank holidays: no date after them can be worked out.';
  return { name, stands: left < 0 ? 'bad' : 'warning', says, mend };
}
