import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Outcome } from '../client/answers';
import { maxReportBytes } from '../domain/report';
import { parseJson } from './parse-json';
import { findRepeatedKey } from './repeated-key';

/** A JSON or YAML document from a file, or from standard input for `-`; or why there is none. */
export async function readDocument(file: string, input: Readable): Promise<Outcome<unknown>> {
  const opened = await open(file, input);
  if (!opened.ok) return opened;
  const bytes = await upTo(maxReportBytes, opened.value).catch((error: unknown) => {
    return refusal(`${file} cannot be read (${codeOf(error)})`, 'Check who may read it');
  });
  if (!Buffer.isBuffer(bytes)) return bytes ?? tooLarge(file);
  const text = decode(bytes);
  if (text === null) return refusal(`${nameOf(file)} is not text in UTF-8`, 'Save it as UTF-8');
  const parsed = /\.ya?ml$/i.test(file) ? await parseYaml(text) : parseJsonOnce(text);
  if (parsed.ok) return parsed;
  return refusal(`${nameOf(file)} ${parsed.problem}`, parsed.remedy);
}

/** The bytes of a file, or of standard input; or a sentence when there is no such file. */
export async function open(file: string, input: Readable): Promise<Outcome<Readable>> {
  if (file === '-') return { ok: true, value: input };
  try {
    const found = await stat(file);
    if (found.isDirectory()) return refusal(`${file} is a folder, not a file`, 'Name a file');
    return { ok: true, value: createReadStream(file) };
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? refusal(`There is no file ${file}`, 'Check the name and the folder you are in')
      : refusal(`${file} cannot be read (${codeOf(error)})`, 'Check who may read it');
  }
}

export const refusal = (problem: string, remedy: string) =>
  ({ ok: false, problems: [{ path: '', problem, remedy }] }) as const;
const tooLarge = (file: string) =>
  refusal(`${nameOf(file)} is larger than 1 MiB`, 'A report is a few kilobytes: check the file');
const nameOf = (file: string): string => (file === '-' ? 'Standard input' : file);
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : 'unknown reason';

/** Null: there is more than that, and the rest stays unread. */
export async function upTo(limit: number, stream: Readable): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Null: not UTF-8. A byte order mark is taken off. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parseJsonOnce(text: string) {
  const parsed = parseJson(text);
  const repeated = parsed.ok ? findRepeatedKey(text) : null;
  if (!repeated) return parsed;
  const problem = `has a key twice: again at line ${repeated.line}, column ${repeated.column}`;
  return { ok: false, problem, remedy: 'Keep the right one of the two' } as const;
}

async function parseYaml(text: string) {
  const { parseAllDocuments } = await import('yaml');
  const [document, second] = parseAllDocuments(text, { logLevel: 'silent' });
  if (!document || 'empty' in document || second) {
    const problem = second ? 'holds several documents' : 'is empty';
    return { ok: false, problem, remedy: 'Write one document' } as const;
  }
  const [error] = document.errors;
  if (error) {
    const [at] = error.linePos ?? [];
    const where = at ? ` at line ${at.line}, column ${at.col}` : '';
    return { ok: false, problem: `is no YAML${where}`, remedy: 'Mend it there' } as const;
  }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 10 }) as unknown } as const;
  } catch {
    const remedy = 'Write values out instead of using anchors and aliases';
    return { ok: false, problem: 'refers to itself too often', remedy } as const;
  }
}
