import type { Authority, Role } from './authority';

/** Somebody whom a message goes to, and why it is they. */
export interface Told {
  /** A person's id, or `address:ROLE`, `partner:ID`, `area:CODE`. Never an address. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The roles through which the message reached them; empty for other agencies. */
  readonly roles: readonly Role[];
  /** Why they were told rather than those first meant, as a sentence; null when they were meant. */
  readonly instead: string | null;
}

export type Person = Authority['people'][number];

/** Who is told next when a role has nobody (the director's is the last): decided here, no source. */
export const nextRoleUp = {
  'notifying-officer': 'deputy',
  deputy: 'manager',
  manager: 'director',
  director: null,
  'business-manager': 'manager',
  'front-door': 'manager',
  'data-protection': 'manager',
  auditor: 'director',
  operator: 'manager',
} as const satisfies Record<Role, Role | null>;

export const roleNames = {
  'notifying-officer': 'notifying officer',
  deputy: 'deputy',
  manager: 'manager',
  director: 'director',
  'business-manager': 'business manager',
  'front-door': 'front door',
  'data-protection': 'data protection',
  auditor: 'auditor',
  operator: 'operator',
} as const satisfies Record<Role, string>;

/** The absence that holds on a London date; undefined for someone present. */
const absenceOf = (person: Person, on: string) =>
  person.away.find(({ from, to }) => from <= on && on <= to);

/** The person, or whoever covers for them on that date; null when nobody does. Loops end it. */
export function standInFor(authority: Authority, person: Person, on: string): Person | null {
  const passed = new Set<string>();
  let current: Person | undefined = person;
  while (current && !passed.has(current.id)) {
    const absence = absenceOf(current, on);
    if (!absence) return current;
    passed.add(current.id);
    current = authority.people.find(({ id }) => id === absence.cover);
  }
  return null;
}

/** The person or their cover, as told on that date; null when nobody is present. */
export function presentFor(authority: Authority, person: Person, on: string): Told | null {
  const standIn = standInFor(authority, person, on);
  if (!standIn) return null;
  const { id, name, email } = standIn;
  const instead = standIn === person ? null : `${name} covers for ${person.name}, who is away.`;
  return { id, name, email, roles: [], instead };
}

/** Everyone who acts in a role on a London date, covers included; empty when nobody is present. */
export function holdersOf(authority: Authority, role: Role, on: string): Told[] {
  const holders = authority.people.filter((person) => person.roles.includes(role));
  const told = holders.map((person) => presentFor(authority, person, on));
  return eachOnce(told.flatMap((one) => (one ? [{ ...one, roles: [role] }] : [])));
}

/** The roles that a person has on a London date, with those of the people they cover for. */
export function rolesOf(
  authority: Authority,
  personId: string,
  on: string,
): { roles: Role[]; coverFor: string[] } {
  const own = authority.people.filter(({ id }) => id === personId);
  const covered = authority.people.filter(
    (person) => person.id !== personId && standInFor(authority, person, on)?.id === personId,
  );
  const roles = [...new Set([...own, ...covered].flatMap((person) => person.roles))];
  return { roles, coverFor: covered.map(({ id }) => id) };
}

/** The same person told for several reasons is told once, with all of the reasons. */
export function eachOnce(told: readonly Told[]): Told[] {
  const byId = new Map<string, Told>();
  for (const one of told) {
    const before = byId.get(one.id);
    const roles = [...new Set([...(before?.roles ?? []), ...one.roles])];
    const reasons = [...new Set([before?.instead ?? [], one.instead ?? []].flat())];
    const instead = reasons.length > 0 ? reasons.join(' ') : null;
    byId.set(one.id, { ...one, roles, instead });
  }
  return [...byId.values()];
}
