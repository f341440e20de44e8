import { sql } from 'kysely';
import { migrationsToRun } from './migrate';
import type { Database } from './database';

/** What somebody who looks after the database must know. */
export interface DatabaseCondition {
  /** PostgreSQL's major version. */
  readonly version: number;
  /** Migrations that have not been run. */
  readonly missing: readonly string[];
  /** Whether the application may change what was recorded: it must not. */
  readonly applicationMayChange: boolean;
  /** Whether the login may, by leaving the application's role, as the owner of the tables. */
  readonly loginMayChange: boolean;
}

/** Of two of these single columns may be filled later; nothing of any may be removed. */
const kept = ['entries', 'accesses', 'evidence_files', 'received', 'absences'];

const change = sql`'update, delete, truncate'`;

/** Looks, and changes nothing. */
export async function conditionOf(db: Database): Promise<DatabaseCondition> {
  const missing = await migrationsToRun(db);
  const { rows } = await sql<Omit<DatabaseCondition, 'missing'>>`
    select current_setting('server_version_num')::int / 10000 as version,
      coalesce(bool_or(has_table_privilege(current_user, oid, ${change})), false)
        as application_may_change,
      coalesce(bool_or(has_table_privilege(session_user, oid, ${change})), false)
        as login_may_change
    from pg_class where oid = any (array(select to_regclass(kept) from unnest(${kept}::text[]) kept))
  `.execute(db);
  const [row] = rows;
  if (!row) throw new Error('The database answered nothing');
  return { missing, ...row };
}
