import type { Database } from './database';
import { entryOf } from './body';
import type { Seal } from './seal';

/** The whole incident as its last append left it. */
export interface KeptState {
  /** Plain JSON, as it was handed to the recorder. */
  readonly state: unknown;
  /** The number of the entry after which it stood so, and when that was written. */
  readonly number: number;
  readonly recordedAt: string;
}

/** Null: the register knows no such reference, or was never given its state. */
export async function findState(
  db: Database,
  seal: Seal,
  reference: string,
): Promise<KeptState | null> {
  const row = await db
    .selectFrom('entries')
    .innerJoin('incidents', (join) =>
      join
        .onRef('incidents.reference', '=', 'entries.reference')
        .onRef('incidents.summaryNumber', '=', 'entries.number'),
    )
    .select('entries.body')
    .where('entries.reference', '=', reference)
    .executeTakeFirst();
  if (!row) return null;
  const { entry, after } = entryOf(row.body);
  const { number, recordedAt } = entry;
  const sealed = after?.sealedState;
  return sealed ? { state: seal.open(sealed, reference), number, recordedAt } : null;
}
