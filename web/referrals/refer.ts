import { goTo, page, type Answer } from '../answer';
import type { Visit } from '../visit';
import { stepPage } from './form-pages';
import { handIn } from './hand-in';
import type { Handing } from './handing';

/** A practice review referral by somebody who is signed in. */
export const showRefer = (visit: Visit): Answer => stepPage(handingOf(visit), 'first');

export const takeRefer = (visit: Visit): Promise<Answer> => handIn(handingOf(visit));

function handingOf(visit: Visit): Handing {
  const { body: typed, cases, person } = visit;
  return {
    ...{ visit, typed, isPublic: false },
    send: (form, reference) => cases.refer({ form, reference, by: person.id }),
    done: async (reference) => {
      const seen = await cases.inspect(reference);
      return goTo(seen.ok ? `/records/${reference}` : `/refer/received/${reference}`);
    },
  };
}

/** It arrived, though it is not for whoever referred it to follow. */
export const showReceived = ({ request }: Pick<Visit, 'request'>): Answer => {
  const reference = String(request.params['ref']);
  return page('referrals/received', { reference: isReference(reference) ? reference : null });
};

const isReference = (text: string): boolean => /^PR-\d{4}-[2-9A-Z]{4}$/.test(text);
