import type { Entry } from '../domain/record/entry';
import type { Summary } from '../domain/summary';
import { canonicalJson } from './canonical';

/** A summary as it is kept: marks stand for local case ids, which only key holders can make. */
export interface KeptSummary extends Omit<Summary, 'localCaseIds'> {
  readonly caseMarks: readonly string[];
}

/** Where a record stands after an entry: for lists, and whole, readable to key holders only. */
export interface After {
  readonly summary: KeptSummary;
  readonly sealedState: string | null;
}

/** The bytes that are kept and hashed: an entry and, in the last of an append, where it left all. */
export function bodyOf(entry: Entry, after?: After): Buffer {
  return canonicalJson(after === undefined ? entry : { ...entry, after });
}

export interface Kept {
  readonly entry: Entry;
  /** Null: the entry was not the last of its append. */
  readonly after: After | null;
}

export function entryOf(body: Buffer): Kept {
  const { after = null, ...entry } = JSON.parse(body.toString('utf8')) as Entry & {
    readonly after?: After;
  };
  return { entry, after };
}
