import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Tables } from './schema';

export type Database = Kysely<Tables>;

/** It may read and add entries, and keep projections; nothing else. */
export const applicationRole = 'notifiable_app';

type TypeId = (typeof types.builtins)[keyof typeof types.builtins];
const { INT8, TIMESTAMPTZ, DATE } = types.builtins;
const asDate = types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;
const parsers = new Map<TypeId, (text: string) => unknown>([
  [INT8, Number],
  [TIMESTAMPTZ, (text) => asDate(text).toISOString()],
  [DATE, (text) => text],
]);
const getTypeParser = (oid: TypeId, format?: 'text' | 'binary') =>
  (format === 'binary' ? undefined : parsers.get(oid)) ??
  (types.getTypeParser(oid, format) as (text: string) => unknown);

/**
 * Reaches nothing until the first query. A connection that is lost fails its query, never the
 * process. `role` null: as the login itself, which is then the owner of the tables.
 */
export function openDatabase(databaseUrl: string, role: string | null): Database {
  const pool = new Pool({
    connectionString: databaseUrl,
    types: { getTypeParser },
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A new one costs more than most questions: those of a page that asks several at once are kept.
    idleTimeoutMillis: 60_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'notifiable',
    // Here and not in the dialect, which would never give back a connection on which this failed.
    verify: (client, done) => {
      if (role === null) return done();
      client.query(`set role ${role}`).then(() => done(), done);
    },
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  });
}
