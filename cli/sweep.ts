import { readSettings } from '../settings';
import { newCommand } from './command';
import { exitStatus } from './exit';
import { answer } from './output';
import type { Parts } from './parts';
import { sweepText } from './sweep-text';

/** `sweep`: compares the register with what runs, now, and mends what it can. */
export const sweepCommand = ({ io, env, sweep }: Parts) =>
  newCommand('sweep', 'compare the register with what Temporal runs, and mend what can be mended')
    .addHelpText('after', help)
    .action(async ({ json = false }) => {
      const swept = await sweep(readSettings(env));
      const text = () => sweepText(swept);
      const status = swept.forAPerson > 0 ? exitStatus.refused : exitStatus.done;
      await answer(io, json, { ok: true, value: { json: swept, text, status } });
    });

const help = `
The worker does so every ten minutes by itself. An incident that Temporal has lost is started again
from the register; one that is behind is woken. Safe to run at any time, as often as you like.
Exit status: 0 when all fits or was mended, 1 when something needs a person.`;
