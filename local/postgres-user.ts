import { execFile, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Unreachable } from '../temporal/unreachable';
import type { PostgresBinary } from './postgres-binary';

const run = promisify(execFile);

/** As whom PostgreSQL runs, which refuses to be root. */
export interface PostgresUser {
  /** What stands before its command lines. */
  readonly prefix: readonly string[];
  /** Who owns its files, as this process sees them; null: whoever starts it. */
  readonly uid: number | null;
}

const nobody = 65_534;
const capability = '+dac_override';

/**
 * A user namespace, in which root has another number, reaches all that root owns. Where containers
 * forbid these, another user may still pass folders that are closed to others, by one capability
 * (access(2) honours it only without the usual change of capabilities with the user).
 */
export const insteadOfRoot: readonly PostgresUser[] = [
  { prefix: ['unshare', '--user', '--map-user=1000'], uid: 0 },
  {
    prefix: [
      ...['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'],
      ...['--securebits=+no_setuid_fixup', `--inh-caps=${capability}`],
      ...[`--ambient-caps=${capability}`, '--'],
    ],
    uid: nobody,
  },
];
const probe = '"$0" --version && test -r "$1" && test -w "$1"';

/** Tries with the real program and the real folder; throws Unreachable where root has no way. */
export function postgresUser(
  binary: PostgresBinary,
  dataFolder: string,
  candidates: readonly PostgresUser[],
): PostgresUser {
  if (process.getuid?.() !== 0) return { prefix: [], uid: null };
  const program = join(binary.folder, 'postgres');
  const found = candidates.find(({ prefix: [file = '', ...args] }) => {
    const command = [...args, 'sh', '-c', probe, program, dataFolder];
    return spawnSync(file, command, { cwd: '/', env: binary.env }).status === 0;
  });
  if (found) return found;
  throw new Unreachable(
    'PostgreSQL does not run as root, and here root can neither make a user namespace (unshare) ' +
      'nor start it as another user (setpriv).',
    'Run notifiable as an ordinary user, or set DATABASE_URL to a running server.',
  );
}

/** What another way of starting left to another user is taken over; only root can. */
export function takeOver(paths: readonly string[], { uid }: PostgresUser): void {
  for (const path of paths) {
    if (uid === null || !existsSync(path) || statSync(path).uid === uid) continue;
    spawnSync('chown', ['-R', `${uid}:${uid}`, path]);
  }
}

export interface PostgresPrograms {
  readonly binary: PostgresBinary;
  readonly user: PostgresUser;
}

/** Runs one of PostgreSQL's programs to its end; throws with its own words when it fails. */
export async function runProgram(
  { binary, user }: PostgresPrograms,
  [name, ...args]: readonly [string, ...string[]],
  input = '',
): Promise<void> {
  const [file = '', ...rest] = [...user.prefix, join(binary.folder, name), ...args];
  const running = run(file, rest, { cwd: '/', env: binary.env, timeout: 180_000 });
  running.child.stdin?.on('error', () => undefined).end(input);
  await running;
}
