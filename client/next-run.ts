import type { CaseState } from '../domain/case/state';
import { incidentId, taskQueue } from '../temporal/names';
import type { IncidentInput, IncidentRecord } from '../workflows/messages';
import { fingerprint } from './fingerprint';

/** A record with what its next run must be given. */
export interface Held {
  readonly record: IncidentRecord;
  readonly memo: Record<string, unknown>;
}

/**
 * A record from the state that was kept of it. Every line of its history came with it; what waited
 * to be recorded or sent when Temporal lost it is lost.
 */
export function heldFrom(state: CaseState, hasSearchAttributes: boolean): Held {
  const nothing = { unrecorded: [], outbox: [], answers: [] };
  return {
    record: { state, ...nothing, hasSearchAttributes },
    memo: { report: fingerprint(state.report) },
  };
}

/** How a run goes on from a record; where one is under way already, that one stays. */
export function nextRun({ record, memo }: Held, by: string) {
  const { reference } = record.state;
  const input: IncidentInput = { reference, by, report: null, resume: record };
  return {
    taskQueue,
    workflowId: incidentId(reference),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    memo,
    staticSummary: `Serious incident ${reference}`,
    args: [input] as [IncidentInput],
  } as const;
}
