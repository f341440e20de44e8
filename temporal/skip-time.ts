import type { Client, ConnectionLike } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

/** What the development server must be told at its start, for workflows that skip time. */
export const skippingServerConfig = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'history.timerProcessorMaxTimeShift="20ms"',
] as const;

const mostSkips = 5000;
const fastForward = 'rehearsal';

/** A connection whose workflows start now and skip all waiting, until so many seconds have passed. */
export function skippingTime(connection: ConnectionLike, seconds: number): ConnectionLike {
  const { workflowService } = connection;
  type Start = typeof workflowService.startWorkflowExecution;
  const timeSkippingConfig = {
    enabled: true,
    maxSessionSkipCount: mostSkips,
    fastForwardConfig: { id: fastForward, duration: msToTs(seconds * 1000) },
  };
  const start = (request: Parameters<Start>[0]) =>
    workflowService.startWorkflowExecution({ ...request, timeSkippingConfig });
  const startSkipping = { startWorkflowExecution: { value: start } };
  const skipping = Object.create(workflowService, startSkipping) as typeof workflowService;
  return Object.create(connection, { workflowService: { value: skipping } }) as ConnectionLike;
}

/** Waits until the time has been skipped. Throws where the server could not. */
export async function fastForwarded(client: Client, workflowId: string): Promise<void> {
  const { fastForwardInfo, failedReason } =
    await client.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace: client.options.namespace,
      workflowExecution: { workflowId },
      fastForwardId: fastForward,
    });
  if (fastForwardInfo?.hasCompleted) return;
  throw new Error(`The server did not skip time: ${failedReason}`);
}
