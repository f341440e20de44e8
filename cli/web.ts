import { readSettings } from '../settings';
import { newCommand } from './command';
import { write } from './output';
import type { Parts } from './parts';

/** `web`: the pages alone, for deployments. */
export const webCommand = ({ io, env, web }: Parts) =>
  newCommand('web', 'the pages alone, for deployments; `up` serves them already')
    .addHelpText('after', help)
    .action(async ({ json = false }) => {
      const say = (line: string) => void (json ? io.err : io.out).write(`${line}\n`);
      await web(readSettings(env), say);
      if (json) await write(io.out, '{ "ended": true }\n');
    });

const help = `
Needs TEMPORAL_ADDRESS, DATABASE_URL and NOTIFIABLE_PAYLOAD_KEY; PORT and NOTIFIABLE_URL say where the
pages are. With NODE_ENV=production it also takes OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.
Ends on Ctrl-C or SIGTERM.

Example:
  $ TEMPORAL_ADDRESS=temporal:7233 DATABASE_URL=postgres://… notifiable web`;
