import type { Authority } from '../../domain/authority';
import { londonDateOf } from '../../domain/calendar';
import { roleNames, standInFor, type Person } from '../../domain/people';
import { roles } from '../../domain/roles';
import { page, type Answer } from '../answer';
import type { Visit } from '../visit';

/** Who is who, and where messages go; who is there today, or stands in. */
export function showPeople({ authority, now }: Visit): Answer {
  const today = londonDateOf(now);
  const people = authority.people.map((one) => ({
    ...one,
    now: whoIsThere(authority, one, today),
  }));
  const addresses = roles.flatMap((role) => {
    const address = authority.roleAddresses[role];
    return address === undefined ? [] : [{ role: roleNames[role], address }];
  });
  return page('setup/people', { people, addresses });
}

function whoIsThere(authority: Authority, one: Person, today: string): string {
  const standIn = standInFor(authority, one, today);
  if (standIn === one) return 'There';
  return standIn ? `Away: ${standIn.name} stands in` : 'Away: nobody stands in';
}
