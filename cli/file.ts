import { writeFile } from 'node:fs/promises';
import { fileWords } from '../domain/evidence-file';
import { newCommand } from './command';
import { answer } from './output';
import type { Parts } from './parts';
import { codeOf, refusal } from './read-report';
import { whoReads } from './verb-command';
import { withCases } from './with-cases';

/** `file`: a file that proves what was done, as it was handed in. */
export const fileCommand = (parts: Parts) =>
  newCommand('file', 'a file that proves what was done, as it was handed in')
    .argument('<REF>', 'the record’s reference')
    .argument('<FILE>', 'the file’s id, as `notifiable show REF` names it')
    .requiredOption('--out <PATH>', 'where it is written; nothing may be there yet')
    .option(...whoReads)
    .addHelpText('after', help)
    .action(async (reference, id, { json = false, out, by = null }) => {
      const read = await withCases(parts, by, (cases) => cases.file(reference, id));
      if (!read.ok) return answer(parts.io, json, read);
      const { bytes, ...file } = read.value;
      const problem = await writeNew(out, bytes);
      if (problem) return answer(parts.io, json, problem);
      const text = () => `${out}: ${fileWords(file)}, SHA-256 ${file.sha256}`;
      await answer(parts.io, json, { ok: true, value: { json: { out, ...file }, text } });
    });

/** Readable by nobody else, and over nothing that is there. */
async function writeNew(path: string, bytes: Buffer) {
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return refusal(`${path} is there already`, 'Name another');
    return refusal(
      `${path} cannot be written (${code})`,
      'Check the folder and who may write there',
    );
  }
}

const help = `
That it was read is recorded. It may hold data about a child: keep it as the record is kept. The name
under which it was handed in is in --json alone.

Example:
  $ notifiable file SI-2026-7K3F 0b6c1f9e-3a52-4d8e-9a61-2f7c5d1e8b40 --out receipt.pdf --by officer-1`;
