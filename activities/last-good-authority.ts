import type { Authority } from '../domain/authority';
import type { AuthorityFile } from './ports';

/** A mistake in the authority's file stops a start, never the running cases: the last good one holds. */
export function keepLastGood(file: AuthorityFile, say: (problem: string) => void): AuthorityFile {
  let lastGood: Authority | null = null;
  return {
    async read() {
      try {
        lastGood = await file.read();
      } catch (error) {
        if (!lastGood) throw error;
        const why = error instanceof Error ? error.message : String(error);
        say(`The authority's file cannot be used; the last good one holds. ${why}`);
      }
      return lastGood;
    },
  };
}
