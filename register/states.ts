import type { Database } from './database';
import { entryOf } from './body';
import type { EntryRow } from './schema';
import type { Seal } from './seal';

/** The whole record as its last append left it. */
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
  const row = await newest(db).where('entries.reference', '=', reference).executeTakeFirst();
  return row ? stateIn(seal, row) : null;
}

/** Two instants in UTC, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface ListedState {
  readonly reference: string;
  /** Null: the register was never given it. */
  readonly kept: KeptState | null;
}

const pageSize = 200;

/** Every incident of which the authority became aware within a span, by reference, in pages. */
export async function* statesBetween(
  db: Database,
  seal: Seal,
  { from, to }: Span,
): AsyncGenerator<readonly ListedState[]> {
  let after = '';
  for (;;) {
    const page = await newest(db)
      .where('records.kind', '=', 'incident')
      .where('records.becameAwareAt', '>=', from)
      .where('records.becameAwareAt', '<=', to)
      .where('records.reference', '>', after)
      .orderBy('records.reference')
      .limit(pageSize)
      .execute();
    const last = page.at(-1);
    if (!last) return;
    yield page.map((row) => ({ reference: row.reference, kept: stateIn(seal, row) }));
    after = last.reference;
  }
}

/** The entries after which each record stands as it does. */
const newest = (db: Database) =>
  db
    .selectFrom('records')
    .innerJoin('entries', (join) =>
      join
        .onRef('entries.reference', '=', 'records.reference')
        .onRef('entries.number', '=', 'records.summaryNumber'),
    )
    .select(['entries.reference', 'entries.body']);

type Row = Pick<EntryRow, 'reference' | 'body'>;

/** Null: it was not the last of its append, or was given no state. */
export function stateIn(seal: Seal, { reference, body }: Row): KeptState | null {
  const { entry, after } = entryOf(body);
  const { number, recordedAt } = entry;
  const sealed = after?.sealedState;
  return sealed ? { state: seal.open(sealed, reference), number, recordedAt } : null;
}
