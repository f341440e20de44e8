import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/activities';
import { createRuns } from '../../client/runs';
import { dataConverter } from '../../temporal/data-converter';
import { taskQueue } from '../../temporal/names';
import { wire } from '../../workers/wiring';
import type { Rig } from './rig';
import { bundledOnce } from './workflow-bundle';

/** A real worker that begins no review while it hesitates, and is asked again and again. */
export interface HesitantWorker {
  hesitates: boolean;
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
}

export async function startHesitantWorker({
  settings,
  client,
  server,
}: Rig): Promise<HesitantWorker> {
  const { ports, close } = wire(settings, () => undefined);
  const runs = createRuns(client, false);
  const asked: string[] = [];
  const connection = await NativeConnection.connect({ address: server.address });
  const worker = await Worker.create({
    ...{ connection, taskQueue, namespace: client.options.namespace },
    workflowBundle: await bundledOnce(),
    dataConverter: dataConverter(settings),
    activities: createActivities({
      ...ports,
      hasSearchAttributes: false,
      runs: {
        ...runs,
        beginReview(review) {
          asked.push(review.reference);
          return hesitant.hesitates
            ? Promise.reject(new Error('Not yet'))
            : runs.beginReview(review);
        },
      },
      release: settings.buildId,
    }),
  });
  const ended = worker.run();
  const hesitant: HesitantWorker = {
    hesitates: true,
    asked,
    async stop() {
      worker.shutdown();
      await ended;
      await close();
      await connection.close();
    },
  };
  return hesitant;
}
