import type { Authority } from './authority';
import { dateOf, dayNumber } from './day';
import { ownTasks } from './own-tasks';
import { holdersOf } from './people';
import type { Role } from './roles';

/** How many days are looked at, today included. */
export const daysAhead = 14;

export interface CoverGap {
  readonly role: Role;
  /** London dates on which nobody who is present holds it; of all `daysAhead` days, or fewer. */
  readonly days: readonly string[];
}

/** The roles that some task addresses and that nobody present holds on a day of the next two weeks. */
export function coverGaps(authority: Authority, today: string): CoverGap[] {
  const first = dayNumber(today);
  const days = Array.from({ length: daysAhead }, (_, ahead) => dateOf(first + ahead));
  return addressedRoles(authority)
    .map((role) => ({
      role,
      days: days.filter((on) => holdersOf(authority, role, on).length === 0),
    }))
    .filter((gap) => gap.days.length > 0);
}

function addressedRoles({ ladder }: Authority): Role[] {
  const duties = [...ladder.must, ...ladder.should].flatMap(({ to }) => to);
  const own = Object.values(ownTasks).flatMap(({ to, whenMissed }) => [...to, ...whenMissed]);
  return [...new Set([...duties, ...own])];
}
