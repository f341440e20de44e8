import { likenessOf } from '../domain/case/likeness';
import { parseReferral } from '../domain/referral/form';
import type { ReferralComparison } from '../domain/referral/state';
import type { Begun, NewReferral, Outcome } from './answers';
import { findLikely } from './compare';
import type { CasesContext } from './context';
import { handedInForm } from './next-run';
import { handInRefused, startRecord } from './start-record';

/**
 * Starts a practice review referral once its form has been checked. What looks like an incident or
 * a referral that is here already is flagged, and refuses nothing.
 */
export async function refer(
  context: CasesContext,
  { form, reference, by }: NewReferral,
): Promise<Outcome<Begun>> {
  const parsed = parseReferral(form, { now: context.now() });
  if (!parsed.ok) return parsed;
  const asked = { reference, by };
  const refused = handInRefused(await context.readAuthority(), asked, 'referral');
  if (refused) return refused;
  const comparison = await compareReferral(context, form, reference);
  const report = parsed.value;
  const beginning = { report, by: by ?? 'notifiable', ...(comparison && { comparison }) };
  const file = handedInForm(report);
  return startRecord(context, { kind: 'referral', reference, beginning, file });
}

/** Null: nothing looks like it. */
async function compareReferral(
  context: CasesContext,
  form: unknown,
  reference: string | null,
): Promise<ReferralComparison | null> {
  const found = await findLikely(context, likenessOf(form), ['incident', 'referral']);
  if (typeof found === 'string') {
    return { notCompared: `Likely duplicates could not be looked for: ${found}.`, reason: null };
  }
  const likely = found.filter((one) => one.reference !== reference);
  return likely.length > 0 ? { likely, reason: null } : null;
}
