import { readSettings } from '../settings';
import { newCommand } from './command';
import { write } from './output';
import type { Parts } from './parts';

/** `worker`: one worker process, for deployments. */
export const workerCommand = ({ io, env, worker }: Parts) =>
  newCommand('worker', 'one worker process, for deployments; `up` has one already')
    .addHelpText('after', help)
    .action(async ({ json = false }) => {
      await worker(readSettings(env));
      if (json) await write(io.out, '{ "ended": true }\n');
    });

const help = `
Needs TEMPORAL_ADDRESS, SMTP_URL and NOTIFIABLE_PAYLOAD_KEY; run as many as you like. Ends on Ctrl-C
or SIGTERM once what is under way has finished.

Example:
  $ TEMPORAL_ADDRESS=temporal:7233 SMTP_URL=smtp://mail:25 notifiable worker`;
