import {
  type Client,
  isGrpcServiceError,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
  ServiceError,
} from '@temporalio/client';
import { sweepId, taskQueue } from '../temporal/names';

/**
 * No arguments: a schedule's are written under another id than they are read under, and encrypted
 * under their id. A sweep that was missed is made up for by the next one.
 */
const wanted = {
  scheduleId: sweepId,
  spec: { intervals: [{ every: '10 minutes' }] },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
  action: {
    type: 'startWorkflow',
    workflowType: 'sweep',
    workflowId: sweepId,
    taskQueue,
    args: [],
  },
} satisfies ScheduleOptions;

/** gRPC codes: 7 permission denied, 12 unimplemented. */
const mayNot: readonly number[] = [7, 12];

/** Makes the sweep's Schedule, or brings it up to date; a paused one stays so. False: it may not. */
export async function scheduleSweeps({ schedule }: Client): Promise<boolean> {
  try {
    await schedule.create(wanted).catch(async (error: unknown) => {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      await schedule.getHandle(sweepId).update(({ state }) => ({ ...wanted, state }));
    });
    return true;
  } catch (error) {
    const inner = error instanceof ServiceError ? error.cause : error;
    if (isGrpcServiceError(inner) && mayNot.includes(inner.code)) return false;
    throw error;
  }
}
