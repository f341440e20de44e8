import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { parseAuthority, type Authority } from '../domain/authority';
import { AuthorityFileMistaken } from '../domain/authority-mistaken';
import type { Problem } from '../domain/problem';
import { withoutAddresses } from './mail-refused';
import type { AuthorityFile } from './ports';

/**
 * Reads the file anew each time: a person changed today is told by the next message. The same text
 * is checked once. Throws AuthorityFileMistaken.
 */
export function createAuthorityFile(path: string): AuthorityFile {
  let last: { readonly text: string; readonly authority: Authority } | null = null;
  return {
    async read() {
      const text = await readFile(path, 'utf8');
      if (last?.text !== text) last = { text, authority: parsedOrThrow(text, path) };
      return last.authority;
    },
  };
}

function parsedOrThrow(text: string, path: string): Authority {
  const parsed = parseAuthority(contentOf(text, path));
  if (parsed.ok) return parsed.value;
  throw mistaken(parsed.problems);
}

function contentOf(text: string, path: string): unknown {
  try {
    return /\.ya?ml$/.test(path) ? parse(text) : JSON.parse(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'not readable';
    throw mistaken([{ path: '', problem, remedy: notWhole }]);
  }
}

const notWhole = 'Look for a comma, a bracket or a quotation mark that is missing or too many';

const mistaken = (problems: readonly Problem[]) =>
  new AuthorityFileMistaken(
    problems.map((one) => ({ ...one, problem: withoutAddresses(one.problem) })),
  );
