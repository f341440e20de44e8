import type { Authority } from './authority';
import * as field from './fields';
import { groupBy } from './group-by';
import { good } from './loose';
import type { Person } from './people';
import type { Problem } from './problem';

/** Days on which somebody is away, as a person entered them. */
export interface Absence {
  /** Ids of people in the authority's file. */
  readonly person: string;
  /** The first and the last day away, London dates. */
  readonly from: string;
  readonly to: string;
  /** Null: nobody in particular. */
  readonly cover: string | null;
}

/**
 * The authority's file with these absences beside its own, each of which counts as if it stood there;
 * before its own, the newest first, since what was said last holds. Whoever is not in the file any
 * more is passed over.
 */
export function withAbsences(authority: Authority, absences: readonly Absence[]): Authority {
  if (absences.length === 0) return authority;
  const entered = groupBy(absences, ({ person }) => person);
  const awayOf = ({ id, away }: Person) => [
    ...(entered.get(id) ?? []).map(({ from, to, cover }) => ({ from, to, cover })).toReversed(),
    ...away,
  ];
  const people = authority.people.map((person) => ({ ...person, away: awayOf(person) }));
  return { ...authority, people };
}

/** Everything that is wrong with an absence as it was given; `today` is London's date. */
export function absenceProblems(given: Absence, authority: Authority, today: string): Problem[] {
  return [
    ...(isKnown(authority, given.person) ? [] : [unknownPerson(authority, 'person')]),
    ...dateProblems(given, today),
    ...coverProblems(given, authority),
  ];
}

function dateProblems({ from, to }: Absence, today: string): Problem[] {
  const wrong = Object.entries({ from, to }).filter(([, date]) => !isDate(date));
  if (wrong.length > 0) return wrong.map(([path]) => ({ path, ...noDate }));
  if (to < from) return [{ path: 'to', ...endsBefore }];
  return to < today ? [{ path: 'to', ...isOver }] : [];
}

function coverProblems({ person, from, to, cover }: Absence, authority: Authority): Problem[] {
  if (cover === null) return [];
  if (cover === person) return [{ path: 'cover', ...coversSelf }];
  const deputy = authority.people.find(({ id }) => id === cover);
  if (!deputy) return [unknownPerson(authority, 'cover')];
  const own = deputy.away.find((absence) => absence.from <= to && from <= absence.to);
  if (!own || !isDate(from) || !isDate(to)) return [];
  const problem = `${cover} is away too, from ${own.from} to ${own.to}`;
  return [{ path: 'cover', problem, remedy: coverElse }];
}

const isDate = (text: string): boolean => good(field.dateField, text) !== undefined;

const isKnown = (authority: Authority, person: string): boolean =>
  authority.people.some(({ id }) => id === person);

function unknownPerson(authority: Authority, path: string): Problem {
  const remedy = `Give one of: ${authority.people.map(({ id }) => id).join(', ')}`;
  return { path, problem: 'Nobody in the authority’s file has this id', remedy };
}

const noDate = {
  problem: 'This is not a date',
  remedy: 'Write an existing date as year-month-day, such as 2026-12-20',
};
const endsBefore = {
  problem: 'The absence ends before it begins',
  remedy: 'Write the last day away, which may be the same as the first',
};
const isOver = {
  problem: 'The absence is over already',
  remedy: 'Write a last day that is today or later',
};
const coversSelf = {
  problem: 'Nobody can cover for themselves',
  remedy: 'Name somebody else, or nobody',
};
const coverElse = 'Name somebody who is there throughout, or enter the absence in two parts';
