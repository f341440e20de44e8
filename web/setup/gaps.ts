import type { Authority } from '../../domain/authority';
import { coverGaps } from '../../domain/cover-gaps';
import { dayNumber } from '../../domain/day';
import { holdersOf, nextRoleUp, roleNames } from '../../domain/people';
import type { Role } from '../../domain/roles';
import { dateInWords } from '../../domain/wording';

/** Days in a row on which nobody who is there holds a role. */
export interface Gap {
  readonly role: string;
  /** `on Thursday 24 December 2026`, or `from … to …`. */
  readonly when: string;
  /** Who is told then. */
  readonly instead: string;
  /** Nobody has the role at all, there or away: an absence is not what is wrong. */
  readonly isVacant: boolean;
}

/** The next 14 days' gaps from `today`, London's date, with what happens then. */
export const gapsAhead = (authority: Authority, today: string): Gap[] =>
  coverGaps(authority, today).flatMap(({ role, days }) =>
    runsOf(days.map((on) => ({ on, instead: insteadOf(authority, role, on) }))).map((run) => ({
      role: roleNames[role],
      when: spanOf(run),
      instead: run[0]?.instead ?? '',
      isVacant: !authority.people.some(({ roles }) => roles.includes(role)),
    })),
  );

interface Day {
  readonly on: string;
  readonly instead: string;
}

/** Days that follow one another and of which the same is to be said. */
function runsOf(days: readonly Day[]): Day[][] {
  const runs: Day[][] = [];
  for (const day of days) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last && dayNumber(day.on) === dayNumber(last.on) + 1;
    if (isNext && last.instead === day.instead) runs.at(-1)?.push(day);
    else runs.push([day]);
  }
  return runs;
}

function spanOf(run: readonly Day[]): string {
  const [first, last] = [run[0]?.on ?? '', run.at(-1)?.on ?? ''].map(dateInWords);
  return first === last ? `on ${first ?? ''}` : `from ${first ?? ''} to ${last ?? ''}`;
}

/** As domain/who-is-told.ts climbs: the next roles up, then an address that somebody staffs. */
function insteadOf(authority: Authority, role: Role, on: string): string {
  let up: Role | null = nextRoleUp[role];
  while (up !== null && holdersOf(authority, up, on).length === 0) up = nextRoleUp[up];
  if (up !== null) return `the ${roleNames[up]}`;
  const staffed = authority.roleAddresses[role] === undefined ? 'director' : role;
  return `the mail address of the ${roleNames[staffed]}`;
}
