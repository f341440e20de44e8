import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from '../domain/record/entry';
import type { Recorder } from './ports';

/**
 * A folder with one file of JSON lines an incident, appended and flushed to the disk. A line that a
 * crash cut short is passed over when read, and written again by the retry.
 */
export function createFileRecorder(folder: string): Recorder {
  const fileOf = (reference: string) => join(folder, `${reference}.jsonl`);
  const read = async (reference: string): Promise<Entry[]> => {
    try {
      const byNumber = new Map(linesOf(await readFile(fileOf(reference), 'utf8')));
      return [...byNumber.values()].sort((one, other) => one.number - other.number);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  };
  return {
    read,
    async append(reference, entries) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const kept = new Set((await read(reference)).map(({ number }) => number));
      const added = entries.filter(({ number }) => !kept.has(number));
      if (added.length === 0) return;
      const file = await open(fileOf(reference), 'a', 0o600);
      try {
        await appendFile(file, `\n${added.map((entry) => JSON.stringify(entry)).join('\n')}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
    },
  };
}

function linesOf(text: string): [number, Entry][] {
  return text.split('\n').flatMap((line): [number, Entry][] => {
    const entry = parsed(line);
    return entry === null ? [] : [[entry.number, entry]];
  });
}

function parsed(line: string): Entry | null {
  if (line === '') return null;
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return null;
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
