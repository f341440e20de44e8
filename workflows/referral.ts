import { permissions } from '../domain/permissions';
import { redateRequest } from '../domain/record/redate';
import type { ReferralCommand, ReferralCommandOf } from '../domain/referral/commands';
import type { ReferralForm } from '../domain/referral/form';
import { judgeReferral } from '../domain/referral/judge';
import { openingDates, openReferral, type ReferralHandedIn } from '../domain/referral/open';
import type { ReferralPlan } from '../domain/referral/plan';
import { amendDates, datesFor } from '../domain/referral/planning';
import type { ReferralState } from '../domain/referral/state';
import { stepReferral } from '../domain/referral/step';
import { assessReferral, dates } from './activities';
import { keepRecord } from './keep-record';
import type { KeptRecord, RunInput } from './messages';
import { notBefore } from './not-before';
import { planRefused } from './plan-refused';
import { prepareDates } from './prepare-dates';
import type { Prepared, RecordKind } from './record-kind';

type ReferralInput = RunInput<ReferralState> & Pick<ReferralHandedIn, 'comparison'>;

/** One practice review referral, from its receipt until the referrer knows the outcome. */
export function referral(input: ReferralInput): Promise<KeptRecord<ReferralState>> {
  return keepRecord(referrals, input);
}

const referrals: RecordKind<ReferralState, ReferralCommand, ReferralPlan> = {
  commandNames: Object.keys(permissions.referral),
  judge: judgeReferral,
  step: stepReferral,
  async open({ reference, report: form, ...handedIn }: ReferralInput) {
    const now = notBefore((form as ReferralForm).receivedAt);
    const assessed = await assessReferral({ form, patch: null, now, rulebook: null });
    if (!assessed.ok) throw planRefused(assessed.problems);
    const { facts } = assessed;
    const found = await dates(openingDates(facts, now));
    if (!found.ok) throw planRefused(found.problems);
    const { plan, hasSearchAttributes } = found;
    return {
      first: openReferral(reference, { facts, dates: plan }, handedIn),
      hasSearchAttributes,
    };
  },
  prepare(state, command, now) {
    if (command.name === 'amend') return () => assessAgain(state, command, now);
    return prepareDates(datesFor(state, command, now));
  },
  prepareRedate: (state, now) => prepareDates(redateRequest(state, now)),
};

/** What the form says with a patch, and the dates that may follow from it. */
async function assessAgain(
  state: ReferralState,
  { patch }: ReferralCommandOf<'amend'>,
  now: string,
): Promise<Prepared<ReferralPlan>> {
  const { form, rulebook } = state;
  const assessed = await assessReferral({ form, patch, now, rulebook });
  if (!assessed.ok) return assessed;
  const { facts } = assessed;
  const found = await dates(amendDates(state, facts, now));
  return found.ok ? { ok: true, plan: { ...found.plan, facts } } : found;
}
