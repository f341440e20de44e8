import type { Authority, Role } from './authority';
import type { Addressee } from './notice';
import { eachOnce, holdersOf, nextRoleUp, presentFor, roleNames, type Told } from './people';

type Named = Exclude<Addressee, Role>;

interface Climb {
  readonly on: string;
  /** Ids that are not to be told: the mail server refused them. */
  readonly except: ReadonlySet<string>;
}

/**
 * Everyone whom a rung tells on a London date. People away are replaced by their cover; a rung
 * without anybody present goes up until somebody is, at last to a staffed role address.
 * Other agencies are told only where their entry says `notice: true`. Each person comes once.
 */
export function whoIsTold(authority: Authority, to: readonly Addressee[], on: string): Told[] {
  const roles = to.filter((one): one is Role => one in nextRoleUp);
  const named = to.filter((one): one is Named => !(one in nextRoleUp));
  return eachOnce([
    ...(roles.length > 0 ? climb(authority, roles, { on, except: new Set() }) : []),
    ...vacantDirector(authority, roles, on),
    ...named.flatMap((one) => whoIsNamed(authority, one, on)),
  ]);
}

/**
 * Whom to tell when the mail server refuses somebody for good: the next role up from theirs, the
 * managers where it was another agency. Empty when everybody left has refused as well.
 */
export function nextUpFrom(authority: Authority, refused: Told, climbing: Climb): Told[] {
  const except = new Set([...climbing.except, refused.id]);
  const remedy = isAgency(refused) ? 'Ring them, and mend' : 'Mend';
  const reason =
    `${refused.name} was not reached: the mail server refused the address. ` +
    `${remedy} the address of ${refused.id} in the authority's file.`;
  const next = climbAbove(authority, refused.roles, { ...climbing, except });
  return eachOnce(next).map((one) => because(one, reason));
}

/** The first level of roles, from these upwards, at which anybody is present; or an address. */
function climb(authority: Authority, from: readonly Role[], climbing: Climb): Told[] {
  const found = peopleFrom(authority, from, climbing);
  return found.length > 0 ? found : lastAddress(authority, from, climbing);
}

/** The same from the next roles up; from the managers for whoever has no role of ours. */
function climbAbove(authority: Authority, roles: readonly Role[], climbing: Climb): Told[] {
  const found = peopleFrom(authority, roles.length > 0 ? above(roles) : ['manager'], climbing);
  return found.length > 0 ? found : lastAddress(authority, roles, climbing);
}

function peopleFrom(authority: Authority, level: readonly Role[], climbing: Climb): Told[] {
  const found = level
    .flatMap((role) => holdersOf(authority, role, climbing.on))
    .filter(({ id }) => !climbing.except.has(id));
  if (found.length > 0 || level.length === 0) return found;
  const reason = `Nobody could be told as ${namesOf(level)}.`;
  return peopleFrom(authority, above(level), climbing).map((one) => because(one, reason));
}

/** The staffed address of these roles, or else the director's. */
function lastAddress(authority: Authority, roles: readonly Role[], { except }: Climb): Told[] {
  return [...roles, 'director' as const]
    .flatMap((role) => staffedAddress(authority, role))
    .filter(({ id }) => !except.has(id))
    .slice(0, 1)
    .map((one) => because(one, `Nobody could be told as ${namesOf(roles)} or above.`));
}

/** Above the director there is nobody: where none is present, the staffed address is told. */
function vacantDirector(authority: Authority, roles: readonly Role[], on: string): Told[] {
  if (!roles.includes('director') || holdersOf(authority, 'director', on).length > 0) return [];
  const reason = 'Nobody could be told as director or above.';
  return staffedAddress(authority, 'director').map((one) => because(one, reason));
}

const above = (roles: readonly Role[]): Role[] => [
  ...new Set(roles.map((role) => nextRoleUp[role]).filter((role) => role !== null)),
];

const namesOf = (roles: readonly Role[]): string =>
  roles.length > 0 ? roles.map((role) => roleNames[role]).join(' or ') : 'manager';

function staffedAddress(authority: Authority, role: Role): Told[] {
  const email = authority.roleAddresses[role];
  if (email === undefined) return [];
  const name = `Address for the ${roleNames[role]}`;
  return [{ id: `address:${role}`, name, email, roles: [role], instead: null }];
}

function whoIsNamed(authority: Authority, named: Named, on: string): Told[] {
  if (named.startsWith('person:')) return namedPerson(authority, named.slice(7), on);
  const partners = authority.partners.map((entry) => ({ ...entry, id: `partner:${entry.id}` }));
  const areas = authority.areas.map((entry) => ({ ...entry, id: `area:${entry.code}` }));
  return [...partners, ...areas]
    .filter((entry) => entry.id === named && entry.notice)
    .map(({ id, name, email }) => ({ id, name, email, roles: [], instead: null }));
}

function namedPerson(authority: Authority, id: string, on: string): Told[] {
  const person = authority.people.find((one) => one.id === id);
  const standIn = person && presentFor(authority, person, on);
  if (standIn) return [{ ...standIn, roles: person.roles }];
  const why = person ? `${person.name} is away.` : `${id} is not in the authority's file any more.`;
  const next = climbAbove(authority, person?.roles ?? [], { on, except: new Set() });
  return next.map((one) => because(one, why));
}

const because = (told: Told, reason: string): Told => ({
  ...told,
  instead: told.instead === null ? reason : `${reason} ${told.instead}`,
});

/** Another agency rather than one of the authority's own people. */
export const isAgency = ({ id }: Told): boolean => /^(partner|area):/.test(id);
