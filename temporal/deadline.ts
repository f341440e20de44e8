import {
  type Client,
  isGrpcCancelledError,
  isGrpcDeadlineError,
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Settings } from '../settings';
import { notAnswering, temporalTarget } from './connection';
import { Unreachable } from './unreachable';
import { isNotReady } from './update-again';

/** gRPC codes of a server that cannot be reached (14), lets us not in (7, 16) or is no Temporal (12). */
const unavailable: readonly number[] = [7, 12, 14, 16];

const probeMs = 2_000;

export interface Deadline {
  readonly settings: Settings;
  readonly seconds: number;
}

/**
 * Runs calls to Temporal that must be over within so many seconds; throws Unreachable when the
 * server, or the worker whose answer an update or a query needs, gave none in that time.
 */
export async function withDeadline<T>(
  client: Client,
  { settings, seconds }: Deadline,
  calls: () => Promise<T>,
): Promise<T> {
  try {
    return await client.connection.withDeadline(Date.now() + seconds * 1000, calls);
  } catch (error) {
    if (isNotReady(error)) throw notNow(error);
    const isGone = isUnavailable(error);
    if (!isGone && !isTooLate(error)) throw error;
    if (!isGone && (await isServing(client))) throw noAnswerWithin(seconds, error);
    throw notAnswering(temporalTarget(settings).address, settings, error);
  }
}

/** Calls to a server that is gone are tried again until it is too late: ask what was missing. */
async function isServing({ connection, workflowService }: Client): Promise<boolean> {
  const asked = connection.withDeadline(Date.now() + probeMs, () =>
    workflowService.getSystemInfo({}),
  );
  return asked.then(
    () => true,
    () => false,
  );
}

function noAnswerWithin(seconds: number, cause: unknown): Unreachable {
  return new Unreachable(
    `No answer within ${seconds} seconds; what was asked may still be carried out.`,
    'Check that a worker is running (`notifiable up` or `notifiable worker`), then look again.',
    { cause },
  );
}

const notNow = (cause: unknown): Unreachable =>
  new Unreachable(
    'The worker fails at this record; what was asked was not carried out.',
    'See what its log says, then try again.',
    { cause },
  );

/** The server may be the first to see the deadline pass: it then cancels the call. */
function isTooLate(error: unknown): boolean {
  return (
    isGrpcDeadlineError(error) ||
    isGrpcCancelledError(error) ||
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError
  );
}

function isUnavailable(error: unknown): boolean {
  const inner = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(inner) && unavailable.includes(inner.code);
}
