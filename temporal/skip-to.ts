import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';
import { workflowIdOf } from './names';

/** The time inside a record's workflow, in milliseconds: ahead of ours once some was skipped. */
export async function timeInside(client: Client, reference: string): Promise<number> {
  const { raw } = await client.workflow.getHandle(workflowIdOf(reference)).describe();
  const current = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return current ? tsToMs(current) : Date.now();
}

/** Skips a record's waiting until a moment inside it; returns when that has come. */
export async function skipTo(client: Client, reference: string, at: string): Promise<void> {
  const duration = Date.parse(at) - (await timeInside(client, reference));
  if (duration <= 0) throw new RangeError(`${at} is over already: time goes forward only`);
  const { workflowService, options } = client;
  const execution = { namespace: options.namespace, workflowExecution: workflowOf(reference) };
  const id = randomUUID();
  await workflowService.updateWorkflowExecutionOptions({
    ...execution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: 5000,
        fastForwardConfig: { id, duration: msToTs(duration) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const { fastForwardInfo, failedReason } = await workflowService.pollWorkflowExecutionTimeSkipping(
    { ...execution, fastForwardId: id },
  );
  if (!fastForwardInfo?.hasCompleted) throw new Error(`Time was not skipped: ${failedReason}`);
}

const workflowOf = (reference: string) => ({ workflowId: workflowIdOf(reference) });
