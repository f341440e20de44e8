import { existsSync } from 'node:fs';
import {
  NativeConnection,
  Worker,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import { createActivities } from '../activities/activities';
import { createRuns } from '../client/runs';
import { scheduleSweeps } from '../client/sweep-schedule';
import type { Settings } from '../settings';
import { clientOver, notAnswering, temporalTarget } from '../temporal/connection';
import { dataConverter } from '../temporal/data-converter';
import { taskQueue } from '../temporal/names';
import { registerSearchAttributes } from '../temporal/register-search-attributes';
import { bundlePath, bundleWorkflows } from './bundle';
import type { Wiring } from './wiring';

export interface RunningWorker {
  /** Settles when the worker has ended; rejects when it broke. */
  readonly ended: Promise<void>;
  /** Lets what is under way finish, then ends. */
  readonly stop: () => void;
}

/**
 * Starts a worker: connects, takes the adapters, polls. Throws Unreachable where Temporal does not
 * answer, and for a mistake in the authority's file, which is read before anything runs.
 */
export async function startWorker(
  settings: Settings,
  wiring: Wiring,
  workflowBundle = workflowCode,
): Promise<RunningWorker> {
  await wiring.ports.authorityFile.read();
  const { address, namespace, options } = temporalTarget(settings);
  const connection = await NativeConnection.connect(options).catch((cause: unknown) => {
    throw notAnswering(address, settings, cause);
  });
  const hasSearchAttributes = await registerSearchAttributes(connection, namespace);
  const client = clientOver(connection, namespace, settings);
  if (wiring.ports.register) await scheduleSweeps(client);
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: createActivities({
      ...wiring.ports,
      hasSearchAttributes,
      runs: createRuns(client, hasSearchAttributes),
      release: settings.buildId,
    }),
    dataConverter: dataConverter(settings),
    ...tuning,
    ...versioning(settings),
  });
  const ended = worker.run().finally(async () => {
    await wiring.close();
    await connection.close();
  });
  return {
    ended,
    stop: () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
    },
  };
}

/** Cases mostly wait: few stay in memory. A dead worker's cases are taken over within a second. */
export const tuning = {
  maxCachedWorkflows: 100,
  stickyQueueScheduleToStartTimeout: '1s',
  shutdownGraceTime: '10s',
  identity: `notifiable-${process.pid}`,
} as const satisfies Partial<WorkerOptions>;

async function workflowCode(): Promise<WorkflowBundleOption> {
  return existsSync(bundlePath) ? { codePath: bundlePath } : bundleWorkflows();
}

/** Only where a build id is configured: with versioning on and no current version, nothing runs. */
function versioning({ buildId }: Settings): Pick<WorkerOptions, 'workerDeploymentOptions'> {
  if (buildId === null) return {};
  return {
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version: { deploymentName: 'notifiable', buildId },
      defaultVersioningBehavior: 'PINNED',
    },
  };
}
