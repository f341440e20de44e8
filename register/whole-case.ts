import { entryOf } from './body';
import type { Database } from './database';
import { readHead, type RegisterHead } from './head';
import { messageOf } from './projections';
import type { EntryRow, MessageRow } from './schema';
import type { Seal } from './seal';
import { stateIn, type KeptState } from './states';
import { entriesInOrder } from './stream';

/** All that the register holds of one record, at one moment, from its entries alone. */
export interface WholeCase {
  readonly reference: string;
  /** With the bytes that their hashes cover, in the order in which they came in. */
  readonly entries: readonly EntryRow[];
  readonly kept: KeptState;
  readonly messages: readonly MessageRow[];
  readonly head: RegisterHead;
}

/** Null: the register knows no such reference, or was never given its state. */
export async function readWholeCase(
  db: Database,
  seal: Seal,
  reference: string,
): Promise<WholeCase | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (work) => {
      const entries: EntryRow[] = [];
      for await (const page of entriesInOrder(work, reference)) entries.push(...page);
      const byNumber = entries.toSorted((one, other) => one.number - other.number);
      const last = byNumber.findLast(({ body }) => entryOf(body).after !== null);
      const kept = last ? stateIn(seal, last) : null;
      if (kept === null) return null;
      const messages = byNumber.flatMap(
        ({ body }) => messageOf(reference, entryOf(body).entry) ?? [],
      );
      return { reference, entries, kept, messages, head: await readHead(work) };
    });
}
