import type { Readable } from 'node:stream';
import type { Outcome } from '../client/answers';
import { parseAuthority, type Authority } from '../domain/authority';
import { readDocument } from './read-report';

/** An authority's file for a dry run, or every mistake in it. */
export async function readAuthority(file: string, input: Readable): Promise<Outcome<Authority>> {
  const read = await readDocument(file, input);
  if (!read.ok) return read;
  const parsed = parseAuthority(read.value);
  if (parsed.ok) return parsed;
  const problems = parsed.problems.map((one) => ({
    ...one,
    path: one.path === '' ? file : `${file}: ${one.path}`,
  }));
  return { ok: false, problems };
}
