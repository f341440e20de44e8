import { proxyActivities } from '@temporalio/workflow';
import type { createTell } from '../../activities/tell';
import type { Delivery, Mailing } from '../../domain/notice';

const { tell } = proxyActivities<{ tell: ReturnType<typeof createTell> }>({
  startToCloseTimeout: '50s',
  heartbeatTimeout: '40s',
  retry: { initialInterval: '100ms', backoffCoefficient: 1 },
});

/** The smallest workflow that sends one batch. */
export async function tellBatch(batch: Mailing): Promise<Delivery[]> {
  return tell(batch);
}
