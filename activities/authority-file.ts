import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { parseAuthority, type Authority } from '../domain/authority';
import { withoutAddresses } from './mail-refused';
import type { AuthorityFile } from './ports';

/** The file is there and has mistakes; the message lists every one, without any address. */
export class AuthorityFileMistaken extends Error {
  override readonly name = 'AuthorityFileMistaken';

  constructor(mistakes: readonly string[]) {
    super(withoutAddresses(mistakes.join('; ')));
  }
}

/**
 * Reads the file anew each time: a person changed today is told by the next message. The same text
 * is checked once.
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
  throw new AuthorityFileMistaken(
    parsed.problems.map(({ path: where, problem }) => `${where}: ${problem}`),
  );
}

function contentOf(text: string, path: string): unknown {
  try {
    return /\.ya?ml$/.test(path) ? parse(text) : JSON.parse(text);
  } catch (error) {
    throw new AuthorityFileMistaken([error instanceof Error ? error.message : 'not readable']);
  }
}
