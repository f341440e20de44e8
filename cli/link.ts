import type { Outcome } from '../client/answers';
import type { Entry } from '../domain/record/entry';
import { newCommand } from './command';
import { entryLine } from './history-text';
import { answer, type Answer } from './output';
import type { Parts } from './parts';
import { whoActs } from './verb-command';
import { withCases } from './with-cases';

/** `link`: two records are of one incident, and each says so of the other. */
export const linkCommand = (parts: Parts) =>
  newCommand('link', 'two records are of one incident: each shows the other, both are kept')
    .argument('<REF>')
    .argument('<OTHER>', 'the reference of the other record')
    .requiredOption('--reason <TEXT>', 'why they are the same; it is kept in both histories')
    .requiredOption(...whoActs)
    .addHelpText('after', help)
    .action(async (reference, other, { json = false, reason, by }) => {
      const request = { other, reason, by };
      const linked = await withCases(parts, by, (cases) => cases.link(reference, request));
      await answer(parts.io, json, linked.ok ? linkedAnswer(linked.value) : linked);
    });

const linkedAnswer = (entries: readonly Entry[]): Outcome<Answer> => ({
  ok: true,
  value: { json: { entries }, text: () => entries.map(entryLine).join('\n') },
});

const help = `
No date moves. Where one record says that the authority knew earlier, both show it; whether that
holds for the other too, a person decides, who corrects it (\`notifiable amend --correction\`).

Example:
  $ notifiable link SI-2026-7K3F SI-2026-9QRW --reason "entered twice" --by officer-1`;
