import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isPortFree } from '../../local/ports';
import { endProcess, isAlive } from '../../local/process';
import { readRunFile } from '../../local/run-file';
import { fixedPort } from '../support/fixed-port';
import { temporalBinary } from '../support/temporal-binary';
import { until } from '../support/until';

const program = resolve('bin/notifiable.js');
const example = resolve('examples/looked-after-child-death.json');
const nobody = 65_534;
const setpriv = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
const uidHere = process.getuid?.() ?? 0;
/** What stands before the command line, and whose the folder is. */
const users: [string, string[], number][] =
  uidHere === 0
    ? [
        ['root', [], 0],
        ['an ordinary user', setpriv, nobody],
      ]
    : [['an ordinary user', [], uidHere]];

let folder: string;
let env: Record<string, string>;
let command: [file: string, ...args: string[]];
const started: ChildProcess[] = [];

beforeAll(() => {
  spawnSync(process.execPath, [resolve('bin/prepare.js')], { stdio: 'inherit' });
});
afterEach(async () => {
  started.splice(0).forEach((child) => child.kill('SIGKILL'));
  for (const { mark } of running()) await endProcess(mark);
  rmSync(folder, { recursive: true });
});

/** Closed to others; it holds nothing but the program that would otherwise be fetched. */
async function makeFolder(prefix: readonly string[], uid: number): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-up-'));
  mkdirSync(join(folder, 'bin'));
  copyFileSync(await temporalBinary(), join(folder, 'bin', 'temporal'));
  [folder, join(folder, 'bin')].forEach((one) => chownSync(one, uid, -1));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const [file, ...more] = [...prefix, process.execPath, program];
  command = [file, ...more];
  env = {
    PATH: String(process.env['PATH']),
    NOTIFIABLE_DATA: folder,
    PORT: String(await fixedPort()),
    LOG_LEVEL: 'error',
  };
}

/** `notifiable up`, once it says how to end it. */
async function up(...args: string[]) {
  const [file, ...rest] = [...command, 'up', ...args];
  const child = spawn(file, rest, { env, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const isUp = () =>
    said.includes('Ctrl-C ends it') && (args.length === 0 || said.includes('is started'));
  await until(() => isUp() || child.exitCode !== null, 60_000);
  expect(said).toContain('Ctrl-C ends it');
  const end = async () => {
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  };
  return { child, ended, end, said, reference: /SI-\d{4}-\w+/.exec(said)?.[0] ?? '' };
}

/** What a command answers in JSON; rejects, with `code`, where it is not done. */
async function notifiable(...args: string[]): Promise<Record<string, unknown>> {
  const [file, ...rest] = [...command, ...args, '--json'];
  const { stdout } = await promisify(execFile)(file, rest, { env, cwd: '/' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

const historyOf = async (reference: string) =>
  (await notifiable('history', reference))['entries'] as unknown[];

/** Every part that runs, with its process and its port. */
function running() {
  const { temporal, inbox, postgres } = readRunFile(folder);
  return Object.entries({ temporal, inbox, postgres }).flatMap(([name, part]) =>
    part?.mark && isAlive(part.mark) ? [{ name, mark: part.mark, port: part.port }] : [],
  );
}

const empty = { incidents: [] };
const allParts = ['temporal', 'inbox', 'postgres'];
const namesOf = (parts: ReturnType<typeof running>) => parts.map(({ name }) => name);

describe.each(users)('as %s', (_, prefix, uid) => {
  beforeEach(() => makeFolder(prefix, uid));

  it('a port that is taken is named, with the variable to set, and nothing goes on', async () => {
    const taken = createServer().listen(Number(env['PORT']), '127.0.0.1');
    await once(taken, 'listening');
    const [file, ...rest] = [...command, 'up'];
    const refused = promisify(execFile)(file, rest, { env, cwd: '/' });
    await expect(refused).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`Port ${env['PORT']} is taken by another program.`) as string,
    });
    taken.close();
    expect(running()).toEqual([]);
  });

  it('begins in an empty folder, ends with all its parts on Ctrl-C, and goes on afterwards', async () => {
    const first = await up('--try', example);
    const parts = running();
    expect(namesOf(parts)).toEqual(allParts);
    const history = await historyOf(first.reference);
    await first.end();
    expect(running()).toEqual([]);
    for (const { port } of parts) expect(await isPortFree(port)).toBe(true);
    for (const left of ['up.lock', 'records']) expect(existsSync(join(folder, left))).toBe(false);

    const second = await up();
    expect(running().map(({ port }) => port)).toEqual(parts.map(({ port }) => port));
    expect((await historyOf(first.reference)).slice(0, history.length)).toEqual(history);
    await notifiable('acknowledge', first.reference, 'panel', '--by', 'officer-1');
    await second.end();
  });

  it('reads at once by several commands while nothing runs, and leaves nothing running', async () => {
    await notifiable('migrate');
    const answers = await Promise.all(
      ['verify', 'list', 'verify', 'list'].map((name) => notifiable(name)),
    );
    expect(answers).toMatchObject([{ ok: true }, empty, { ok: true }, empty]);
    expect(running()).toEqual([]);
  });
});

describe('in an empty folder', () => {
  beforeEach(() => makeFolder([], uidHere));

  it('a command that reads says so and makes nothing', async () => {
    await expect(notifiable('verify')).rejects.toMatchObject({
      code: 3,
      stdout: expect.stringContaining('Nothing was kept here yet'),
    });
    expect(readdirSync(folder)).toEqual(['bin']);
  });

  it('a start attaches to what a killed one left running, and then ends that too', async () => {
    const first = await up();
    const before = running();
    first.child.kill('SIGKILL');
    await first.ended;
    expect(running()).toEqual(before);
    const second = await up();
    expect(second.said.match(/still runs/g)).toHaveLength(allParts.length);
    expect(running()).toEqual(before);
    await second.end();
    expect(running()).toEqual([]);
  });
});
