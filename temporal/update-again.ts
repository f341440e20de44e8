import { setTimeout as wait } from 'node:timers/promises';
import {
  isGrpcServiceError,
  ServiceError,
  type WorkflowClientInterceptor,
} from '@temporalio/client';

/** gRPC's failed precondition. */
const notReady: readonly number[] = [9];

const waitsMs = [50, 250, 1_000];

/**
 * Whether a run could not take in what it was asked: its first task is not over yet, or the server
 * gave up the task that an update came in, and the update with it.
 */
export function isNotReady(error: unknown): boolean {
  const inner = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(inner) && notReady.includes(inner.code);
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
        if (!isNotReady(error)) throw error;
        await wait(ms);
      }
    }
    return next(input);
  },
};
