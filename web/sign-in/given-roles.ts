import type { Authority, Role } from '../../domain/authority';

/**
 * The authority's file as it counts for somebody whose directory gave them these roles: their own
 * roles are only those. What they do for the people they cover for stays. Undefined: as it is.
 */
export function withGivenRoles(
  authority: Authority,
  id: string,
  given: readonly Role[] | undefined,
): Authority {
  if (given === undefined) return authority;
  const narrowed = (person: Authority['people'][number]) => ({
    ...person,
    roles: person.roles.filter((role) => given.includes(role)),
  });
  return {
    ...authority,
    people: authority.people.map((person) => (person.id === id ? narrowed(person) : person)),
  };
}
