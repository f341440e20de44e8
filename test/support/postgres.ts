import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { attachPostgres, databaseAddresses, stopPostgres } from '../../local/postgres';
import { readPasswords } from '../../local/postgres-cluster';
import { migrate } from '../../register/migrate';

const tables = [
  ...['entries', 'accesses', 'records', 'tasks', 'messages'],
  ...['web_sessions', 'drafts', 'received', 'absences', 'evidence_files'],
];

/** A real PostgreSQL of a test's own, with the register's tables. */
export interface TestPostgres {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  /** Past every right and every trigger: what somebody with the disk in hand could do. */
  readonly tamper: (statements: string) => Promise<void>;
  readonly empty: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'notifiable-register-'));
  await attachPostgres(folder, () => undefined);
  const { databaseUrl, ownerUrl, superuserUrl } = urlsOf(folder);
  await migrate(ownerUrl);
  const tamper = (statements: string) =>
    query(superuserUrl, `set session_replication_role = replica; ${statements}`);
  return {
    ...{ databaseUrl, ownerUrl, tamper },
    empty: () => tamper(`truncate ${tables.join(', ')}`),
    stop: async () => {
      await stopPostgres(folder);
      rmSync(folder, { recursive: true });
    },
  };
}

export function urlsOf(folder: string) {
  const addresses = databaseAddresses(folder);
  const passwords = readPasswords(folder);
  if (!addresses || !passwords) throw new Error(`No database runs in ${folder}`);
  const superuser = new URL(addresses.databaseOwnerUrl);
  superuser.username = 'postgres';
  superuser.password = passwords.superuser;
  const { databaseUrl, databaseOwnerUrl: ownerUrl } = addresses;
  return { databaseUrl, ownerUrl, superuserUrl: superuser.href };
}

/** Runs statements on a connection of their own. */
export async function query(url: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}
