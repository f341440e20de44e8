import { reachRegister } from '../../client/reach';
import { search } from '../../client/search';
import type { Visit } from '../visit';
import { seesReceived } from './received';

/** What somebody began and has not handed in, and what was handed in and does not run. */
export async function unfinishedOf({ register, person }: Visit) {
  const [drafts, received] = await Promise.all([
    search(reachRegister(() => register.drafts.ofPerson(person.id))),
    search(reachRegister(() => register.received.notStarted())),
  ]);
  return {
    drafts: (drafts.found ?? []).filter(({ id }) => id.startsWith('facts ')),
    received: (received.found ?? []).filter(({ by }) => seesReceived(person, by)),
  };
}
