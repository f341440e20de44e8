import type { Database } from './database';
import { lockForRebuild, type Work } from './locks';
import { project } from './projections';
import { entriesInOrder } from './stream';

const projections = ['records', 'tasks', 'messages'] as const;

/**
 * Makes every projection anew from the entries, in one transaction: readers see the old ones until
 * the new ones are whole, and what is appended meanwhile waits. Answers how many entries it read.
 */
export async function rebuild(db: Database): Promise<number> {
  return db.transaction().execute(makeAnew);
}

/** For a transaction that does nothing else. */
export async function makeAnew(work: Work): Promise<number> {
  await lockForRebuild(work);
  for (const table of projections) await work.deleteFrom(table).execute();
  let count = 0;
  for await (const page of entriesInOrder(work)) {
    await project(work, page);
    count += page.length;
  }
  return count;
}

/** Every row of every projection as text, in one order: equal dumps are equal projections. */
export async function dumpProjections(db: Database): Promise<string> {
  const records = await db.selectFrom('records').selectAll().orderBy('reference').execute();
  const tasks = await db
    .selectFrom('tasks')
    .selectAll()
    .orderBy('reference')
    .orderBy('position')
    .execute();
  const messages = await db
    .selectFrom('messages')
    .selectAll()
    .orderBy('reference')
    .orderBy('number')
    .execute();
  return [...records, ...tasks, ...messages].map((row) => JSON.stringify(row)).join('\n');
}
