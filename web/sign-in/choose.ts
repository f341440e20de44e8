import { goTo, notFound, page, type Answer } from '../answer';
import { backTo } from '../back-to';
import { mistakes } from '../forms';
import type { PublicVisit } from '../pipeline';
import { textOf } from '../visit';
import { enter } from './enter';

/** On one machine, to try things out: a page on which to choose who one is. */
export const chooseWho = (visit: PublicVisit): Answer =>
  visit.person === null ? choices(visit) : goTo(backTo(textOf(visit.query, 'to')));

/** Where people sign in with an issuer nobody chooses, whatever they send. */
export async function chosenWho(visit: PublicVisit): Promise<Answer> {
  if (visit.oidc !== null) return notFound;
  const id = textOf(visit.body, 'person');
  if (!visit.authority.people.some((person) => person.id === id)) {
    const problem = { path: 'person', problem: 'Nobody is chosen', remedy: 'Choose who you are' };
    return choices(visit, mistakes([problem]));
  }
  await enter(visit.request, { person: id }, visit.now);
  return goTo(backTo(textOf(visit.body, 'to')));
}

function choices({ authority, query, body }: PublicVisit, wrong?: object): Answer {
  const to = textOf(query, 'to') || textOf(body, 'to');
  return page('sign-in', { people: authority.people, to, wrong }, wrong ? 422 : 200);
}
