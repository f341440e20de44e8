import {
  type Client,
  type WorkflowExecutionDescription,
  WorkflowNotFoundError,
} from '@temporalio/client';
import type { ReviewToBegin } from '../domain/case/rapid-review';
import { recordKinds } from '../domain/record/kinds';
import type { AnyState } from '../domain/records';
import type { Run } from '../domain/sweep';
import { workflowIdOf, referenceOf } from '../temporal/names';
import { look } from '../workflows/messages';
import { askRecord } from './ask-record';
import { begin } from './begin';
import { heldFrom, nextRun } from './next-run';
import { lastSweep } from './sweeps';

/** Enough for a worker that has much to do; a record that cannot answer holds up the others no longer. */
const patienceMs = 10_000;

/** The records as Temporal runs them, to the sweep. */
export function createRuns(client: Client, hasSearchAttributes: boolean) {
  const { workflow, connection } = client;
  const inTime = <T>(call: () => Promise<T>): Promise<T> =>
    connection.withDeadline(Date.now() + patienceMs, call);
  const handleOf = (reference: string) => workflow.getHandle(workflowIdOf(reference));
  return {
    async *running(): AsyncGenerator<string> {
      const query = `WorkflowType IN (${kinds}) AND ExecutionStatus = 'Running'`;
      for await (const { workflowId } of workflow.list({ query })) yield referenceOf(workflowId);
    },
    async find(reference: string): Promise<Run | null> {
      try {
        return runOf(await inTime(() => handleOf(reference).describe()));
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return null;
        throw error;
      }
    },
    ask: (reference: string) => inTime(() => askRecord(handleOf(reference))),
    look: async (reference: string): Promise<void> => {
      await inTime(() => handleOf(reference).executeUpdate(look));
    },
    lastSweep: () => lastSweep(client),
    startAgain: (state: AnyState): Promise<void> =>
      inTime(async () => {
        const run = nextRun(heldFrom(state, hasSearchAttributes), 'notifiable');
        await workflow.start(state.kind, run);
      }),
    beginReview: async ({ reference, ...report }: ReviewToBegin): Promise<void> => {
      await inTime(() => begin(client, { reference, by: 'notifiable', report }));
    },
  };
}

const kinds = Object.keys(recordKinds)
  .map((kind) => `'${kind}'`)
  .join(', ');

/** Started, first step scheduled, first step begun. */
const beforeFirstStep = 3;

function runOf({ status, historyLength, closeTime, raw }: WorkflowExecutionDescription): Run {
  const { pendingActivities, pendingWorkflowTask, workflowExecutionInfo } = raw;
  return {
    status: statuses.get(status.name) ?? 'broken-off',
    isBegun: historyLength > beforeFirstStep,
    endedAt: closeTime?.toISOString() ?? null,
    release: workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? null,
    failedSteps: (pendingWorkflowTask?.attempt ?? 1) - 1,
    activities: (pendingActivities ?? []).map(({ activityType, attempt }) => ({
      name: activityType?.name ?? '',
      attempts: attempt ?? 0,
    })),
  };
}

const statuses = new Map<string, Run['status']>([
  ['RUNNING', 'running'],
  ['COMPLETED', 'completed'],
]);
