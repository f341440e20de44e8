import { sql } from 'kysely';
import type { Database } from './database';
import { lockForRebuild, type Work } from './locks';
import { makeAnew } from './rebuild';

/**
 * The first record, by reference, of which the projections say something else than its entries;
 * null: none. They are made anew to see it and left as they were; what is appended meanwhile waits.
 */
export async function findSpoiled(db: Database): Promise<string | null> {
  const work = await db.startTransaction().execute();
  try {
    await lockForRebuild(work);
    const found = await digests(work);
    await makeAnew(work);
    const owed = await digests(work);
    const references = [...new Set([...found.keys(), ...owed.keys()])].sort();
    return references.find((one) => found.get(one) !== owed.get(one)) ?? null;
  } finally {
    await work.rollback().execute();
  }
}

/** What each record's rows say, by reference. */
async function digests(work: Work): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ reference: string; digest: string }>`
    select reference, md5(string_agg(line, chr(10) order by line)) as digest
    from (
      select reference, records::text as line from records
      union all select reference, tasks::text from tasks
      union all select reference, messages::text from messages
    ) as lines
    group by reference`.execute(work);
  return new Map(rows.map(({ reference, digest }) => [reference, digest]));
}
