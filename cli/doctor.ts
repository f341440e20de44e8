import { checksText, type Check } from './checks-text';
import { newCommand } from './command';
import { exitStatus, type ExitStatus } from './exit';
import { answer } from './output';
import type { Parts } from './parts';

/** `doctor`: everything that notifiable needs, and how to mend what is wrong. */
export const doctorCommand = ({ io, env, doctor }: Parts) =>
  newCommand('doctor', 'check everything that is needed; says how to mend each')
    .addHelpText('after', help)
    .action(async ({ json = false }) => {
      const checks = await doctor(env);
      const text = () => checksText(checks);
      await answer(io, json, {
        ok: true,
        value: { json: { checks }, text, status: statusOf(checks) },
      });
    });

function statusOf(checks: readonly Check[]): ExitStatus {
  const stands = checks.map((check) => check.stands);
  if (stands.includes('unreachable')) return exitStatus.unreachable;
  return stands.includes('bad') ? exitStatus.refused : exitStatus.done;
}

const help = `
Settings, Temporal, its worker, the database, mail, the authority’s file, who is away in the next two
weeks, the calendar’s last year, the clock, the keys and the data folder. Nothing is changed and nobody
is told.
Exit status: 1 when something must be mended, 3 when something cannot be reached.`;
