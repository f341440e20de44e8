import { kindOf, recordKinds } from '../domain/record/kinds';
import type { ReferralForm } from '../domain/referral/form';
import type { AnyState } from '../domain/records';
import { taskQueue, workflowIdOf } from '../temporal/names';
import type { KeptRecord, RunInput } from '../workflows/messages';
import { fingerprint } from './fingerprint';

/** A record with what its next run must be given. */
export interface Held {
  readonly record: KeptRecord<AnyState>;
  readonly memo: Record<string, unknown>;
}

/**
 * A record from the state that was kept of it. Every line of its history came with it; what waited
 * to be recorded or sent when Temporal lost it is lost.
 */
export function heldFrom(state: AnyState, hasSearchAttributes: boolean): Held {
  const nothing = { unrecorded: [], outbox: [], answers: [] };
  return {
    record: { state, ...nothing, hasSearchAttributes },
    memo: memoOf(handedIn(state)),
  };
}

/** With the run for all to see: what tells the same file again. It is encrypted. */
export const memoOf = (file: unknown) => ({ report: fingerprint(file) });

/** What a record was made of, with what came since; a review is made of its incident. */
export function handedIn(state: AnyState): unknown {
  switch (state.kind) {
    case 'incident':
      return state.report;
    case 'referral':
      return handedInForm(state.form);
    case 'review':
      return state.incident;
    default:
      return state satisfies never;
  }
}

/** Without when it was received, which is assumed where the form does not say it. */
export const handedInForm = (form: ReferralForm): unknown => ({ ...form, receivedAt: null });

/** How a run goes on from a record; where one is under way already, that one stays. */
export function nextRun({ record, memo }: Held, by: string) {
  const { reference } = record.state;
  const input: RunInput<AnyState> = { reference, by, report: null, resume: record };
  return {
    taskQueue,
    workflowId: workflowIdOf(reference),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    memo,
    staticSummary: summaryOf(reference),
    args: [input] as [RunInput<AnyState>],
  } as const;
}

/** How Temporal's own pages name a record. */
export const summaryOf = (reference: string): string =>
  `${recordKinds[kindOf(reference)].words} ${reference}`;
