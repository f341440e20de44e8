import { kindOf } from '../domain/record/kinds';

/** The one task queue: every worker does all of the work. */
export const taskQueue = 'notifiable';

/** A workflow's id is made from the reference alone: nothing personal is in it. */
export const workflowIdOf = (reference: string): string => `${kindOf(reference)}/${reference}`;

/** The reference in a record's workflow id. */
export const referenceOf = (workflowId: string): string => workflowId.replace(/^[a-z]+\//, '');

/** The Schedule's id, and what the ids of the sweeps begin with: the Schedule adds the moment. */
export const sweepId = 'sweep';

/**
 * The id to which a workflow's payloads are bound when they are encrypted. A Schedule may hand
 * each of its workflows the result of the one before, so all sweeps share one.
 */
export const bindingOf = (workflowId: string): string =>
  workflowId.startsWith(`${sweepId}-`) ? sweepId : workflowId;
