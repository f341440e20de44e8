import type { Entry } from '../domain/case/entry';
import type { Summary } from '../domain/case/summary';
import { canonicalJson } from './canonical';

/** The bytes that are kept and hashed: an entry and, in the last of an append, a summary. */
export function bodyOf(entry: Entry, summary?: Summary): Buffer {
  return canonicalJson(summary === undefined ? entry : { ...entry, summary });
}

export interface Kept {
  readonly entry: Entry;
  /** Null: the entry was not the last of its append. */
  readonly summary: Summary | null;
}

export function entryOf(body: Buffer): Kept {
  const { summary = null, ...entry } = JSON.parse(body.toString('utf8')) as Entry & {
    readonly summary?: Summary;
  };
  return { entry, summary };
}
