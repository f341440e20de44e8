import type { Command } from '../domain/case/commands';
import { judge } from '../domain/case/judge';
import { reviewToBegin } from '../domain/case/rapid-review';
import { openCase } from '../domain/case/open';
import { planRequestFor, redateRequestFor } from '../domain/case/planning';
import type { CaseState } from '../domain/case/state';
import { step } from '../domain/case/step';
import { permissions } from '../domain/permissions';
import { firstPlanRequest, type Plan } from '../domain/plan';
import { plan } from './activities';
import { keepRecord } from './keep-record';
import type { IncidentInput, IncidentRecord } from './messages';
import { planRefused } from './plan-refused';
import type { RecordKind } from './record-kind';

/** One serious incident, from the report that was handed in until its last task has ended. */
export function incident(input: IncidentInput): Promise<IncidentRecord> {
  return keepRecord(incidents, input);
}

const incidents: RecordKind<CaseState, Command, Plan> = {
  commandNames: Object.keys(permissions.incident),
  judge,
  step,
  async open({ reference, report, ...handedIn }: IncidentInput) {
    const planned = await plan(firstPlanRequest(report, new Date().toISOString()));
    if (!planned.ok) throw planRefused(planned.problems);
    const { hasSearchAttributes } = planned;
    return { first: openCase(reference, planned.plan, handedIn), hasSearchAttributes };
  },
  follow: reviewToBegin,
  prepare(state, command, now) {
    const request = planRequestFor(state, command, now);
    return request && (() => plan(request));
  },
  prepareRedate(state, now) {
    const request = redateRequestFor(state, now);
    return request && (() => plan(request));
  },
};
