import { NativeConnection, Worker } from '@temporalio/worker';
import { createSmtpMailer } from '../activities/smtp-mailer';
import { readSettings, type Settings } from '../settings';
import { temporalTarget } from '../temporal/connection';
import { installLog } from '../workers/log';
import { startWorker, tuning } from '../workers/worker';
import { wire } from '../workers/wiring';
import { createRivalActivities } from './rivals/activities';
import { rivalQueue } from './rivals/queue';

/**
 * Run as a process by worker-process.ts: our worker as it is, and where asked one for the
 * workflows that it is compared with, tuned alike.
 */
async function main(): Promise<void> {
  const settings = readSettings();
  installLog('warn');
  await startWorker(settings, wire(settings, console.error));
  if (process.env['BENCH_RIVALS'] === 'yes') await startRivals(settings);
  process.once('disconnect', () => process.exit(1));
  process.send?.('ready');
}

async function startRivals(settings: Settings): Promise<void> {
  const { namespace, options } = temporalTarget(settings);
  const mailer = createSmtpMailer({ url: settings.smtpUrl ?? '', from: settings.mailFrom });
  const worker = await Worker.create({
    connection: await NativeConnection.connect(options),
    namespace,
    taskQueue: rivalQueue,
    workflowsPath: require.resolve('./rivals/workflows'),
    activities: createRivalActivities(mailer),
    ...tuning,
  });
  void worker.run();
}

void main();
