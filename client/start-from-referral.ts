import { recordKinds } from '../domain/record/kinds';
import { incidentReportOf } from '../domain/referral/incident-report';
import { judgeReferral } from '../domain/referral/judge';
import type { ReferralState } from '../domain/referral/state';
import { act } from './act';
import { actorOf } from './actor';
import type { FromReferral, Outcome, Started } from './answers';
import type { CasesContext } from './context';
import { findRecord } from './held';
import { refuse, refuseUnknown } from './refusal';
import { startIncident } from './start';

/**
 * Starts the incident of a referral with the facts that the referral has, and says so in it. Awareness
 * is the receipt of the referral unless somebody gives another moment; a later one needs its reason.
 * What the referral would refuse starts nothing; the same again changes nothing.
 */
export async function startFromReferral(
  context: CasesContext,
  reference: string,
  given: FromReferral,
): Promise<Outcome<Started>> {
  const state = (await findRecord(context, reference))?.state;
  if (!state) return refuseUnknown(reference);
  if (state.kind !== 'referral') return refuse(`${reference} is no practice review referral.`);
  if (state.incident !== null) return startedBefore(state.incident);
  const { by, reason } = given;
  const actor = actorOf(await context.readAuthority(), by, context.now());
  if (!actor.ok) return actor;
  const becameAwareAt = given.becameAwareAt ?? state.receivedAt;
  const incident = referenceFor(state);
  const wish = { name: 'startIncident', incident, becameAwareAt, reason } as const;
  const refused = judgeReferral(state, { ...wish, actor: actor.value }, context.now());
  if (refused !== null) return refuse(refused);
  const started = await startIncident(context, {
    report: incidentReportOf(state.form, becameAwareAt),
    reference: incident,
    by,
    ...(given.notADuplicate !== undefined && { notADuplicate: given.notADuplicate }),
  });
  if (!started.ok) return started;
  const said = await act(context, reference, { wish, by, actionId: `start-${incident}` });
  return said.ok ? started : said;
}

const startedBefore = (reference: string): Outcome<Started> => ({
  ok: true,
  value: { reference, already: true, notCompared: null },
});

/** `SI-2026-7K3F` is the incident of `PR-2026-7K3F`. */
const referenceFor = ({ reference }: ReferralState): string =>
  reference.replace(recordKinds.referral.prefix, recordKinds.incident.prefix);
