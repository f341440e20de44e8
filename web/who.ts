import type { Authority } from '../domain/authority';
import { roleNames } from '../domain/people';
import { authorityName } from '../domain/wording';
import type { Role } from '../domain/roles';

/**
 * Who is meant by an id of the history: a person, a role's address, a partner, the partners of
 * another area. An id that the authority's file no longer has stands for itself.
 */
export function nameOf(authority: Authority, id: string): string {
  const [sort = '', rest = ''] = id.split(':');
  switch (sort) {
    case 'address':
      return `the staffed address of the ${roleNames[rest as Role]}`;
    case 'partner':
      return authority.partners.find((one) => one.id === rest)?.name ?? id;
    case 'area':
      return `the partners in ${authorityName(authority, rest)}`;
    case 'notifiable':
      return 'the service';
    default:
      return authority.people.find((one) => one.id === id)?.name ?? id;
  }
}
