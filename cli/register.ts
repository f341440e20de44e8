import { readSettings } from '../settings';
import { newCommand } from './command';
import { exitStatus } from './exit';
import { answer } from './output';
import type { Parts, Verified } from './parts';

/** `migrate`: makes or updates the register's tables. */
export const migrateCommand = ({ io, env, migrate }: Parts) =>
  newCommand('migrate', 'make or update the register’s tables in DATABASE_URL')
    .addHelpText('after', help)
    .action(async ({ json = false }) => {
      const done = await migrate(readSettings(env));
      const text = () =>
        done.length === 0 ? 'The tables are up to date.' : `Done: ${done.join(', ')}.`;
      await answer(io, json, { ok: true, value: { json: { migrations: done }, text } });
    });

/** `verify`: checks every hash of the register, and names the first entry that does not fit. */
export const verifyCommand = ({ io, env, verify }: Parts) =>
  newCommand('verify', 'check that nothing in the register was changed or removed')
    .addHelpText('after', help)
    .action(async ({ json = false }) => {
      const verified = await verify(readSettings(env));
      const text = () => verifiedText(verified);
      const status = verified.ok ? exitStatus.done : exitStatus.refused;
      await answer(io, json, { ok: true, value: { json: verified, text, status } });
    });

function verifiedText(verified: Verified): string {
  if (verified.ok) return `All ${verified.entries} entries fit: nothing was changed or removed.`;
  const { reference, number, sequence, problem } = verified.misfit;
  const whose = reference === null ? `entry ${sequence}` : `entry ${number ?? '?'} of ${reference}`;
  return `The first that does not fit is ${whose}: ${problem}.`;
}

const help = `
With DATABASE_URL set (PostgreSQL 14 or newer) the history is kept there, in chains of hashes that
the database lets nobody change. DATABASE_OWNER_URL, if set, is the login that owns the tables.`;
