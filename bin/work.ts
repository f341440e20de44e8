import { migrateRegister } from './database';
import { databaseHere } from './database-here';
import { installLog } from '../workers/log';
import { startWorker, type RunningWorker } from '../workers/worker';
import { wire } from '../workers/wiring';
import type { Settings } from '../settings';

/** A worker alone: it brings the register's tables up to date and works until it is told to end. */
export async function workAlone(settings: Settings): Promise<void> {
  const { settings: here, release } = await databaseHere(settings, { make: true });
  try {
    await migrateRegister(here);
    await untilToldToEnd(await work(here));
  } finally {
    await release();
  }
}

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
  void untilToldToStop().then(() => worker.stop());
  await worker.ended;
}

/** Until Ctrl-C or a polite kill; a second Ctrl-C ends at once. */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      resolve();
      process.once('SIGINT', () => process.exit(130));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
