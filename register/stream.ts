import type { Database } from './database';
import type { AccessRow, EntryRow } from './schema';

const pageSize = 1_000;

/** The register's entries, oldest first, a page at a time; those of one case where it is given. */
export async function* entriesInOrder(
  db: Database,
  reference?: string,
): AsyncGenerator<EntryRow[]> {
  let after = 0;
  for (;;) {
    let query = db.selectFrom('entries').selectAll().where('sequence', '>', after);
    if (reference !== undefined) query = query.where('reference', '=', reference);
    const page = await query.orderBy('sequence').limit(pageSize).execute();
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.sequence ?? after;
  }
}

export async function* accessesInOrder(db: Database): AsyncGenerator<AccessRow[]> {
  let after = 0;
  for (;;) {
    const query = db.selectFrom('accesses').selectAll().where('sequence', '>', after);
    const page = await query.orderBy('sequence').limit(pageSize).execute();
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.sequence ?? after;
  }
}
