import {
  ApplicationFailure,
  condition,
  defineUpdate,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';
import type { RivalActivities } from './activities';

const { nothing, sendOne } = proxyActivities<RivalActivities>({
  startToCloseTimeout: '50 seconds',
});

/** The least that a workflow with an activity can be: what this server and machine allow. */
export async function bare(): Promise<void> {
  await nothing();
}

export const minimumDone = defineUpdate<number, [string]>('done');

/** The incident's job by hand: no rules, no history, one message, one timer, an update a task. */
export async function minimum(reference: string, tasks: readonly string[]): Promise<void> {
  const open = new Set(tasks);
  setHandler(
    minimumDone,
    (task) => {
      open.delete(task);
      return open.size;
    },
    {
      validator: (task: string) => {
        if (!open.has(task)) throw ApplicationFailure.nonRetryable(`${task} is not open`);
      },
    },
  );
  await sendOne(reference, tasks);
  await condition(() => open.size === 0, '5 days');
}
