import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { Outcome } from '../client/answers';
import {
  fileProblem,
  largestFileBytes,
  tooLarge,
  type HandedInFile,
} from '../domain/evidence-file';
import { codeOf, open, refusal, upTo } from './read-report';

/** A file that proves something, as it may be handed in, or why it may not; null: none is named. */
export async function readEvidence(
  path: string | null,
  input: Readable,
): Promise<Outcome<HandedInFile | null>> {
  if (path === null) return { ok: true, value: null };
  const opened = await open(path, input);
  if (!opened.ok) return opened;
  const bytes = await upTo(largestFileBytes, opened.value).catch((error: unknown) =>
    refusal(`${path} cannot be read (${codeOf(error)})`, 'Check who may read it'),
  );
  if (bytes === null) return { ok: false, problems: [{ ...tooLarge, path: '--file' }] };
  if (!Buffer.isBuffer(bytes)) return bytes;
  const file = { name: basename(path), bytes };
  const problem = fileProblem(file);
  return problem
    ? { ok: false, problems: [{ ...problem, path: '--file' }] }
    : { ok: true, value: file };
}
