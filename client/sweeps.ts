import { type Client, WorkflowFailedError } from '@temporalio/client';
import type { Swept } from '../domain/sweep-findings';
import type { Settings } from '../settings';
import { withDeadline } from '../temporal/deadline';
import { sweepId, taskQueue } from '../temporal/names';
import { Unreachable } from '../temporal/unreachable';
import type { sweep } from '../workflows/sweep';

/** Some hundred records take seconds. What takes longer goes on all the same, and doctor says what came of it. */
const seconds = 120;

/** Runs a sweep now, beside those of the Schedule. Throws Unreachable where no worker can. */
export async function sweepNow(client: Client, settings: Settings): Promise<Swept> {
  try {
    return await withDeadline(client, { settings, seconds }, () =>
      client.workflow.execute<typeof sweep>('sweep', {
        taskQueue,
        workflowId: `${sweepId}-by-hand`,
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [],
      }),
    );
  } catch (cause) {
    if (!(cause instanceof WorkflowFailedError)) throw cause;
    const howToCheck = 'Check with `notifiable doctor` that its database is there and answers.';
    throw new Unreachable('The worker could not compare the register.', howToCheck, { cause });
  }
}

/** The newest sweep that came to its end; null: none that Temporal still knows. */
export async function lastSweep({ workflow }: Client): Promise<Swept | null> {
  const query = "WorkflowType = 'sweep' AND ExecutionStatus = 'Completed'";
  for await (const { workflowId, runId } of workflow.list({ query, pageSize: 1 })) {
    return workflow.getHandle<typeof sweep>(workflowId, runId).result();
  }
  return null;
}
