import { setTimeout as wait } from 'node:timers/promises';
import {
  isGrpcServiceError,
  ServiceError,
  type WorkflowClientInterceptor,
} from '@temporalio/client';

/** gRPC code of what cannot be done as things are: FAILED_PRECONDITION. */
const givenUp: readonly number[] = [9];

const waitsMs = [50, 250, 1_000];

/** Whether the server gave up the workflow task that an update came in, and the update with it. */
export function isGivenUp(error: unknown): boolean {
  const inner = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(inner) && givenUp.includes(inner.code);
}

/**
 * Sends an update again where its workflow task was given up: it was not carried out. That happens
 * to a run that would end with the update just as something else arrives. Temporal says so to whoever
 * sent it, and leaves the rest to them.
 */
export const updateAgain: WorkflowClientInterceptor = {
  async startUpdate(input, next) {
    for (const ms of waitsMs) {
      try {
        return await next(input);
      } catch (error) {
        if (!isGivenUp(error)) throw error;
        await wait(ms);
      }
    }
    return next(input);
  },
};
