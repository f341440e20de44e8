import type { Database } from './database';
import type { RecordRow, MessageRow } from './schema';
import { type ListedTask, listedTask } from './tasks';

export interface KeptCase {
  readonly record: RecordRow;
  readonly tasks: readonly ListedTask[];
  readonly messages: readonly MessageRow[];
}

/** One record with its tasks and its ledger of messages; null: the register has no summary. */
export async function findCase(
  db: Database,
  reference: string,
  now: string,
): Promise<KeptCase | null> {
  const record = await db
    .selectFrom('records')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!record) return null;
  const [tasks, messages] = await Promise.all([
    db
      .selectFrom('tasks')
      .selectAll()
      .where('reference', '=', reference)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('messages')
      .selectAll()
      .where('reference', '=', reference)
      .orderBy('number')
      .execute(),
  ]);
  return {
    record,
    tasks: tasks.map((task) => listedTask(task, now)),
    messages,
  };
}

/** Whether an entry is kept under a reference, or was read before its first entry came in. */
export async function isKnown(db: Database, reference: string): Promise<boolean> {
  for (const table of ['entries', 'accesses'] as const) {
    const row = await db
      .selectFrom(table)
      .select('sequence')
      .where('reference', '=', reference)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
