import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loopback } from './ports';
import { type PostgresPrograms, runProgram } from './postgres-user';

const passwordsSchema = z.strictObject({
  superuser: z.string(),
  owner: z.string(),
  application: z.string(),
});
type Passwords = z.infer<typeof passwordsSchema>;

export const clusterOf = (dataFolder: string) => join(dataFolder, 'postgres');
export const database = 'notifiable';

/** The owner of the tables, and the application, which may only add to the register. */
export const roles = {
  superuser: 'postgres',
  owner: 'notifiable_owner',
  application: 'notifiable_app',
} as const satisfies Record<keyof Passwords, string>;

const configuration = `
listen_addresses = '${loopback}'
unix_socket_directories = ''
max_connections = 60
timezone = 'UTC'
log_timezone = 'UTC'
`;

/** The passwords of this data folder; null: none were made yet. */
export function readPasswords(dataFolder: string): Passwords | null {
  const file = passwordFile(dataFolder);
  return existsSync(file) ? passwordsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Makes the cluster, its roles and its database, whole or not at all. */
export async function makeCluster(dataFolder: string, programs: PostgresPrograms): Promise<void> {
  const draft = `${clusterOf(dataFolder)}.part`;
  const passwords = readPasswords(dataFolder) ?? makePasswords(dataFolder);
  const passwordDraft = join(dataFolder, 'postgres.initdb');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordDraft, passwords.superuser, { mode: 0o600 });
  try {
    await runProgram(programs, [
      ...(['initdb', '-D', draft, '--username', roles.superuser] as const),
      ...['--auth=scram-sha-256', `--pwfile=${passwordDraft}`, '--no-locale', '--encoding=UTF8'],
    ]);
  } finally {
    rmSync(passwordDraft, { force: true });
  }
  appendFileSync(join(draft, 'postgresql.conf'), configuration);
  const single = ['postgres', '--single', '-D', draft, '-c', 'exit_on_error=true'] as const;
  await runProgram(programs, [...single, 'postgres'], makeRoles(passwords));
  renameSync(draft, clusterOf(dataFolder));
}

/** One statement a line, as PostgreSQL takes them before it has ever listened. */
function makeRoles({ owner, application }: Passwords): string {
  return [
    `create role ${roles.owner} login password '${owner}'`,
    `create role ${roles.application} login password '${application}'`,
    `create database ${database} owner ${roles.owner}`,
    `revoke all on database ${database} from public`,
    `grant connect on database ${database} to ${roles.application}`,
    '',
  ].join('\n');
}

function makePasswords(dataFolder: string): Passwords {
  const make = () => randomBytes(24).toString('base64url');
  const made = { superuser: make(), owner: make(), application: make() };
  writeFileSync(passwordFile(dataFolder), `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}

const passwordFile = (dataFolder: string) => join(dataFolder, 'postgres.json');
