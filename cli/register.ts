import { readSettings } from '../settings';
import { newCommand } from './command';
import { exitStatus } from './exit';
import { answer } from './output';
import { packText } from './pack-text';
import type { Parts, VerifiedRegister } from './parts';

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

/** `verify`: checks every hash of the register, or of a pack, and names the first that does not fit. */
export const verifyCommand = ({ io, env, verify, verifyPack }: Parts) => {
  const command = newCommand('verify', 'check that nothing was changed or removed')
    .argument('[DIR]', 'a pack that was exported, instead of the register; needs no database')
    .option('--head <FILE>', 'compare with heads that were kept elsewhere: a file or a saved line')
    .addHelpText('after', help);
  return command.action(async (folder, { json = false, head = null }) => {
    if (folder !== undefined && head !== null) {
      command.error('error: --head is for the register, not for a pack', { exitCode: 2 });
    }
    const verified =
      folder === undefined ? await verify(readSettings(env), head) : await verifyPack(folder);
    const text = () => ('heads' in verified ? verifiedText(verified) : packText(verified));
    const status = verified.ok ? exitStatus.done : exitStatus.refused;
    await answer(io, json, { ok: true, value: { json: verified, text, status } });
  });
};

/** `rebuild`: makes the tables that lists read anew, from the entries alone. */
export const rebuildCommand = ({ io, env, rebuild }: Parts) =>
  newCommand('rebuild', 'make the tables that lists read anew from the register’s entries')
    .addHelpText('after', rebuildHelp)
    .action(async ({ json = false }) => {
      const entries = await rebuild(readSettings(env));
      const text = () => `The lists are made anew. Entries read: ${entries}.`;
      await answer(io, json, { ok: true, value: { json: { entries }, text } });
    });

/** `head`: lets the register's head leave it, and prints it. */
export const headCommand = ({ io, env, publishHead }: Parts) =>
  newCommand('head', 'write down how far the register has come, so that a cut shows later')
    .addHelpText('after', headHelp)
    .action(async ({ json = false }) => {
      const { head, file, mailedTo } = await publishHead(readSettings(env));
      const text = () =>
        [
          `${head.count} entries, ${head.accesses.count} reads and refusals at ${head.at}`,
          `entries:            ${head.head}`,
          `reads and refusals: ${head.accesses.head}`,
          `Written to ${file}${mailedTo === null ? '' : ` and mailed to ${mailedTo}`}.`,
        ].join('\n');
      await answer(io, json, { ok: true, value: { json: { ...head, file, mailedTo }, text } });
    });

function verifiedText(verified: VerifiedRegister): string {
  const { count, file } = verified.heads;
  const compared =
    count === 0
      ? `No head was kept in ${file}, so a cut at the end would not show (\`notifiable head\`).`
      : `Compared with ${count} ${count === 1 ? 'head' : 'heads'} in ${file}.`;
  if (verified.ok) {
    const { entries, accesses } = verified;
    return `All ${entries} entries and ${accesses} reads and refusals fit, and the lists. ${compared}`;
  }
  return `The first that does not fit is ${whatOf(verified.misfit)} ${compared}`;
}

function whatOf({ chain, reference, number, sequence, problem }: RegisterMisfit): string {
  if (chain === 'lists') return `what the lists show of ${reference}: ${problem}`;
  const link = chain === 'accesses' ? `read or refusal ${sequence}` : `entry ${sequence}`;
  const whose = number === null ? link : `entry ${number} of ${reference ?? 'no incident'}`;
  return `${whose}: ${problem}`;
}

type RegisterMisfit = Extract<VerifiedRegister, { readonly ok: false }>['misfit'];

const headHelp = `
The head is two hashes and two counts; it says nothing about any incident. It is added to the file
in NOTIFIABLE_HEAD_FILE (default: register-head.jsonl in the data folder) and mailed to
NOTIFIABLE_HEAD_ADDRESS, if set. Keep one of them where nobody who uses the register can change it:
only then does \`notifiable verify --head FILE\` show that the end was cut off or all written anew.`;

const rebuildHelp = `
Lists and tasks are kept as tables beside the history. Everything in them follows from it: after a
repair of the database, or whenever a list is doubted, this makes them anew. The history stays as it
is, readers see the old lists until the new ones are whole, and what is recorded meanwhile waits.`;

const help = `
With DATABASE_URL set (PostgreSQL 14 or newer) the history is kept there, in chains of hashes that
the database lets nobody change. DATABASE_OWNER_URL, if set, is the login that owns the tables.`;
