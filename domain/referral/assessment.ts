import { londonDateOf } from '../calendar';
import { mergeReport } from '../merge-report';
import { firstPlanRequest } from '../plan';
import { planCase, type PlanningBasis } from '../planner';
import type { Parsed } from '../problem';
import { parseReferral, type ReferralForm } from './form';
import { incidentReportOf } from './incident-report';
import type { Assessed, AssessmentRequest } from './plan';

/**
 * Reads a form, or one with a merge patch applied (`children` merge by `ref`), and sees what its
 * facts say of the criteria; or every problem with it. Facts that cannot be judged stop nothing.
 */
export function assessReferral(request: AssessmentRequest, basis: PlanningBasis): Assessed {
  const { now } = request;
  const parsed = amended(request);
  if (!parsed.ok) return parsed;
  const form = parsed.value;
  const { authority } = basis;
  const rulebook = request.rulebook ?? authority.rulebook;
  const report = incidentReportOf(form, form.receivedAt);
  const planned = planCase({ ...firstPlanRequest(report, now), rulebook }, basis);
  return {
    ok: true,
    facts: {
      form,
      receivedOn: londonDateOf(form.receivedAt),
      children: planned.ok ? planned.plan.children : [],
      notJudged: planned.ok ? [] : planned.problems,
      rulebook,
      partners: authority.partners.map(({ id }) => id),
    },
  };
}

/** A patch that takes the moment of the receipt away leaves it as it was. */
function amended({ form, patch, now }: AssessmentRequest): Parsed<ReferralForm> {
  if (patch === null) return parseReferral(form, { now });
  const before = parseReferral(form, { now });
  const merged = mergeReport(form, patch);
  if (!before.ok || !merged.ok) return before.ok ? (merged as Parsed<never>) : before;
  const { receivedAt } = before.value;
  return parseReferral({ receivedAt, ...Object(merged.value) }, { now });
}
