import { reachRegister, search } from '../../client/reach';
import { mayDo } from '../../domain/permissions';
import type { Visit } from '../visit';

/** What somebody began and has not handed in, and what was handed in and does not run. */
export async function unfinishedOf({ register, person }: Visit) {
  const [drafts, received] = await Promise.all([
    search(reachRegister(() => register.drafts.ofPerson(person.id))),
    search(reachRegister(() => register.received.notStarted())),
  ]);
  const seesAll = mayDo(['manager', 'director'], person.roles);
  return {
    drafts: (drafts.found ?? []).filter(({ id }) => id.startsWith('facts ')),
    received: (received.found ?? []).filter(({ by }) => seesAll || by === person.id),
  };
}
