import { likenessOf, type Likeness } from '../case/likeness';
import type { Outcome } from './commands';
import { decisionOf, type ReferralState } from './state';

/** What lists hold of a referral beside its tasks. */
export interface AboutReferral extends Likeness {
  readonly decision: Outcome | 'undecided' | 'considered-not-referring';
  /** When it was received: the authority knew no later, unless somebody says why. */
  readonly becameAwareAt: string;
}

export function aboutReferral(state: ReferralState): AboutReferral {
  const { form, receivedAt } = state;
  const undecided = form.kind === 'referral' ? 'undecided' : form.kind;
  const decision = decisionOf(state)?.outcome ?? undecided;
  return { decision, becameAwareAt: receivedAt, ...likenessOf(form) };
}
