import { act } from './act';
import { newCommand } from './command';
import { answer, refuse } from './output';
import type { Parts } from './parts';
import { readDocument } from './read-report';
import { whoActs } from './verb-command';

/** `amend`: new facts, as a merge patch of the report; or a correction of old ones. */
export const amendCommand = (parts: Parts) =>
  newCommand('amend', 'new facts, as a JSON merge patch of the report or form; assesses again')
    .argument('<REF>')
    .argument('<FILE>', 'the patch, in JSON or YAML; - reads standard input')
    .requiredOption(...whoActs)
    .option('--correction', 'the facts were recorded wrongly: the clocks follow the right ones')
    .option('--reason <TEXT>', 'why; required for a correction')
    .addHelpText('after', help)
    .action(async (reference, file, { json = false, correction = false, ...given }) => {
      const patch = await readDocument(file, parts.io.input);
      if (!patch.ok) return refuse(parts.io, json, patch.problems);
      if (correction && given.reason === undefined) {
        return refuse(parts.io, json, [missingReason]);
      }
      const input = { patch: patch.value, correction, reason: given.reason ?? null };
      const request = { reference, by: given.by, name: 'amend', input } as const;
      return answer(parts.io, json, await act(parts, request));
    });

const missingReason = {
  path: '--reason',
  problem: 'A correction needs a reason',
  remedy: 'Write what was recorded wrongly, and why',
};

const help = `
\`children\` merge by ref; none is ever removed. A changed fact that moves a clock (harm,
abuseOrNeglect, lookedAfter, regulatedSetting, careLeaver) says in knownAt since when it is known:
  { "children": [{ "ref": "A", "harm": "died", "knownAt": { "harm": "2026-12-23T09:00:00Z" } }] }

Example:
  $ notifiable amend SI-2026-7K3F examples/amend-harmed-child-died.json --by officer-1`;
