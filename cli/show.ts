import type { Outcome } from '../client/answers';
import { newCommand } from './command';
import { entryLine } from './history-text';
import { answer, type Answer } from './output';
import type { Parts } from './parts';
import { recordText } from './record-text';
import { withCases } from './with-cases';

/** `show`: one incident record as it stands now. */
export const showCommand = (parts: Parts) =>
  newCommand('show', 'one incident: facts, criteria, every task and its clock, evidence')
    .argument('<REF>', 'the incident’s reference')
    .addHelpText('after', '\nExample:\n  $ notifiable show SI-2026-7K3F')
    .action(async (reference, { json = false }) => {
      const seen = await withCases(parts, (cases) => cases.inspect(reference));
      await answer(
        parts.io,
        json,
        asAnswer(seen, (record) => ({ json: record, text: () => recordText(record) })),
      );
    });

/** `history`: one line an entry, oldest first. */
export const historyCommand = (parts: Parts) =>
  newCommand('history', 'who did what, when, under which rule; oldest first')
    .argument('<REF>', 'the incident’s reference')
    .addHelpText('after', '\nExample:\n  $ notifiable history SI-2026-7K3F')
    .action(async (reference, { json = false }) => {
      const read = await withCases(parts, (cases) => cases.history(reference));
      await answer(
        parts.io,
        json,
        asAnswer(read, (entries) => ({
          json: { reference, entries },
          text: () => entries.map(entryLine).join('\n'),
        })),
      );
    });

function asAnswer<T>(outcome: Outcome<T>, make: (value: T) => Answer): Outcome<Answer> {
  return outcome.ok ? { ok: true, value: make(outcome.value) } : outcome;
}
