import { installLog } from '../workers/log';
import { startWorker, type RunningWorker } from '../workers/worker';
import { wire } from '../workers/wiring';
import type { Settings } from '../settings';

/** A worker with the real adapters; its log goes to standard error. */
export async function work(settings: Settings): Promise<RunningWorker> {
  const log = installLog(settings.logLevel);
  return startWorker(
    settings,
    wire(settings, (problem) => {
      log.error(problem);
    }),
  );
}

/** Runs until it is told to end: Ctrl-C or a polite kill. A second one ends at once. */
export async function untilToldToEnd(worker: RunningWorker): Promise<void> {
  const stop = () => {
    worker.stop();
    process.once('SIGINT', () => process.exit(130));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await worker.ended;
}
