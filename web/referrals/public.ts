import { goTo, notFound, type Answer } from '../answer';
import type { PublicVisit } from '../pipeline';
import { stepPage } from './form-pages';
import { handIn } from './hand-in';
import type { Handing } from './handing';
import { showReceived } from './refer';

/** The form for those who cannot sign in; not there unless the authority's file asks for it. */
export const showPublicForm = (visit: PublicVisit): Answer =>
  whereOpen(visit, () => stepPage(handingOf(visit), 'first'));

export const takePublicForm = (visit: PublicVisit): Answer | Promise<Answer> =>
  whereOpen(visit, () => handIn(handingOf(visit)));

/** It says no more than that it arrived, and opens nothing. */
export const showPublicReceived = (visit: PublicVisit): Answer =>
  whereOpen(visit, () => showReceived(visit));

const whereOpen = <T>({ authority }: PublicVisit, answer: () => T): T | Answer =>
  authority.publicReferrals ? answer() : notFound;

function handingOf(visit: PublicVisit): Handing {
  const { body: typed, refer } = visit;
  return {
    // Whoever is signed in here is not: a referral by the public is nobody's.
    ...{ visit, typed, isPublic: true },
    send: (form, reference) => refer({ form, reference, by: null }),
    done: (reference) => goTo(`/public/refer/received/${reference}`),
  };
}
