import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { kindOf } from '../domain/record/kinds';
import { taskQueue, workflowIdOf } from '../temporal/names';
import { memoOf, summaryOf } from './next-run';

/** What a new record is begun with; its workflow takes more of what it needs. */
export interface Beginning {
  readonly reference: string;
  /** A person's id, or `notifiable`. */
  readonly by: string;
  /** As handed in. */
  readonly report: unknown;
}

/** Starts a new record's workflow, made of a file. False where the reference is taken, by an open or a closed one. */
export async function begin(
  client: Client,
  beginning: Beginning,
  file = beginning.report,
): Promise<boolean> {
  const { reference } = beginning;
  try {
    await client.workflow.start(kindOf(reference), {
      taskQueue,
      workflowId: workflowIdOf(reference),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
      memo: memoOf(file),
      staticSummary: summaryOf(reference),
      args: [{ ...beginning, resume: null }],
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
