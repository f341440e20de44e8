import { sql } from 'kysely';
import { migrationsToRun } from './migrate';
import type { Database } from './database';

/** What somebody who looks after the database must know. */
export interface DatabaseCondition {
  /** PostgreSQL's major version. */
  readonly version: number;
  /** Migrations that have not been run. */
  readonly missing: readonly string[];
  /** Whether the application could change what was recorded: it must not. */
  readonly mayChange: boolean;
}

/** Looks, and changes nothing. */
export async function conditionOf(db: Database): Promise<DatabaseCondition> {
  const missing = await migrationsToRun(db);
  const isThere = missing.length === 0;
  const { rows } = await sql<{ version: number; may: boolean }>`
    select current_setting('server_version_num')::int / 10000 as version,
      ${isThere ? sql`has_table_privilege('entries', 'update, delete, truncate')` : sql`false`} as may
  `.execute(db);
  return { missing, version: rows[0]?.version ?? 0, mayChange: rows[0]?.may ?? false };
}
