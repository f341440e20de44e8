import type { Authority } from '../domain/authority';
import { londonDateOf } from '../domain/calendar';
import type { Actor } from '../domain/record/task-book';
import { rolesOf } from '../domain/people';
import type { Outcome } from './answers';

/** Who somebody is today: their roles, and those of the people they cover for. */
export function actorOf(authority: Authority, id: string, now: string): Outcome<Actor> {
  const known = checkPerson(authority, id, '--by');
  if (!known.ok) return known;
  const { roles, coverFor } = rolesOf(authority, id, londonDateOf(now));
  return { ok: true, value: { id, roles, coverFor } };
}

/** Refuses an id that the authority's file does not have. */
export function checkPerson(authority: Authority, id: string, path: string): Outcome<string> {
  if (authority.people.some((person) => person.id === id)) return { ok: true, value: id };
  const remedy = `Give one of: ${authority.people.map((person) => person.id).join(', ')}`;
  const problem = 'Nobody in the authority’s file has this id';
  return { ok: false, problems: [{ path, problem, remedy }] };
}

/** Refuses an id that is none of the safeguarding partners’. */
export function checkPartner({ partners }: Authority, id: string): Outcome<string> {
  if (partners.some((partner) => partner.id === id)) return { ok: true, value: id };
  const remedy = `Give one of: ${partners.map((partner) => partner.id).join(', ')}`;
  const problem = 'No safeguarding partner in the authority’s file has this id';
  return { ok: false, problems: [{ path: 'partner', problem, remedy }] };
}
