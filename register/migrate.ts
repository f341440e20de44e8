import { type Migration, Migrator, sql } from 'kysely';
import { applicationRole, type Database, openDatabase } from './database';
import { up as chains } from './migrations/0001-chains';
import { up as projections } from './migrations/0002-projections';
import { up as kinds } from './migrations/0003-kinds';
import { up as browser } from './migrations/0004-browser';

const migrations: Record<string, Migration> = {
  '0001-chains': { up: chains },
  '0002-projections': { up: projections },
  '0003-kinds': { up: kinds },
  '0004-browser': { up: browser },
};

/** The database's login may not make the application's role, and nobody has. */
export class ApplicationRoleMissing extends Error {
  readonly what = `The database has no role ${applicationRole}, and this login may not make it.`;
  readonly howToCheck = `Ask for: create role ${applicationRole}; grant ${applicationRole} to <the login in DATABASE_URL>;`;

  constructor() {
    super(`The database has no role ${applicationRole}`);
    this.name = 'ApplicationRoleMissing';
  }
}

/**
 * Brings the tables up to date, as their owner, and names the migrations that it ran. Two at once
 * wait for each other. Where they are up to date, the application's own login will do. Throws ApplicationRoleMissing, or what the database says.
 */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  const db = openDatabase(databaseUrl, null);
  try {
    if ((await migrationsToRun(db)).length === 0) return [];
    await makeApplicationRole(db);
    const { error, results = [] } = await migratorOf(db).migrateToLatest();
    if (error !== undefined) throw asError(error);
    return results.map(({ migrationName }) => migrationName);
  } finally {
    await db.destroy();
  }
}

/** The migrations that a database still lacks, by name. */
export async function migrationsToRun(db: Database): Promise<readonly string[]> {
  const known = await migratorOf(db).getMigrations();
  return known.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
}

const migratorOf = (db: Database) =>
  new Migrator({ db, provider: { getMigrations: async () => migrations } });

/** Made already by the embedded cluster, or by whoever looks after the server. */
async function makeApplicationRole(db: Database): Promise<void> {
  const { rows } = await sql<{ known: boolean; may: boolean }>`
    select to_regrole(${applicationRole}) is not null as known,
      (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may
  `.execute(db);
  if (rows[0]?.known) return;
  if (!rows[0]?.may) throw new ApplicationRoleMissing();
  await sql`create role ${sql.id(applicationRole)}`.execute(db);
  await sql`grant ${sql.id(applicationRole)} to current_user`.execute(db);
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error('A migration failed', { cause: thrown });
