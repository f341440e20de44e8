import type { Reading } from '../client/answers';
import { asOfLine } from '../client/as-of-words';
import { newCommand } from './command';
import { entryLine } from './history-text';
import { answer } from './output';
import type { Parts } from './parts';
import { recordText } from './record-text';
import { whoReads } from './verb-command';
import { withCases } from './with-cases';

/** `show`: one record as it stands now. */
export const showCommand = (parts: Parts) =>
  newCommand('show', 'one record: facts, criteria, every task and its clock, evidence')
    .argument('<REF>', 'the record’s reference')
    .option(...whoReads)
    .addHelpText('after', '\nExample:\n  $ notifiable show SI-2026-7K3F')
    .action(async (reference, { json = false, by = null }) => {
      const seen = await withCases(parts, by, (cases) => cases.inspect(reference));
      await answerWith(parts, { json, read: seen }, (record) => ({
        json: record,
        text: () => recordText(record),
      }));
    });

/** `history`: one line an entry, oldest first. */
export const historyCommand = (parts: Parts) =>
  newCommand('history', 'who did what, when, under which rule; oldest first')
    .argument('<REF>', 'the record’s reference')
    .option(...whoReads)
    .addHelpText('after', '\nExample:\n  $ notifiable history SI-2026-7K3F')
    .action(async (reference, { json = false, by = null }) => {
      const read = await withCases(parts, by, (cases) => cases.history(reference));
      await answerWith(parts, { json, read }, (entries) => ({
        json: { reference, entries },
        text: () => entries.map(entryLine).join('\n'),
      }));
    });

interface Read<T> {
  readonly json: boolean;
  readonly read: Reading<T>;
}

async function answerWith<T>(
  { io }: Parts,
  { json, read }: Read<T>,
  make: (value: T) => { readonly json: object; readonly text: () => string },
): Promise<void> {
  if (!read.ok) return answer(io, json, read);
  const { asOf = null } = read;
  const made = make(read.value);
  const note = asOf && asOfLine(asOf);
  return answer(io, json, { ok: true, value: { ...made, json: { ...made.json, asOf }, note } });
}
