import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { attachPostgres, databaseAddresses, stopPostgres } from '../../local/postgres';
import { nativeFolder } from '../../local/postgres-binary';
import { postmasterOf } from '../../local/postgres-lock';
import { insteadOfRoot } from '../../local/postgres-user';
import { isAlive, markOf } from '../../local/process';
import { noteRunning, readRunFile } from '../../local/run-file';
import { Unreachable } from '../../temporal/unreachable';
import { query, urlsOf } from '../support/postgres';
import { until } from '../support/until';

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
let folder: string;
let data: string;
let said: string[];
const say = (line: string) => void said.push(line);
const ask = (statements: string) => query(urlsOf(data).ownerUrl, statements);
const cluster = () => join(data, 'postgres');

/** A copy without the links that an install script would have made. */
function copyNative(mode: number): string {
  const copy = join(folder, 'checkout', 'native');
  mkdirSync(join(folder, 'checkout'), { mode });
  const isFile = (source: string) => !lstatSync(source).isSymbolicLink();
  cpSync(nativeFolder(), copy, { recursive: true, filter: isFile });
  return copy;
}

async function killServer(): Promise<void> {
  const mark = postmasterOf(cluster())?.mark;
  if (!mark) throw new Error('No server runs');
  process.kill(mark.pid, 'SIGKILL');
  await until(() => !isAlive(mark));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-postgres-'));
  data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  said = [];
});
afterEach(async () => {
  await stopPostgres(data);
  rmSync(folder, { recursive: true });
});

describe('the database on this machine', () => {
  it('runs with its data and its programs under folders that are closed to others', async () => {
    await attachPostgres(data, say, { native: copyNative(0o700) });
    await ask('create table kept ()');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  const ways = isRoot ? insteadOfRoot : [{ prefix: [], uid: null }];
  test.each(ways.map((way) => [way.prefix[0] ?? 'as it is', way] as const))(
    'runs by each way that root has: %s',
    async (_, way) => {
      await attachPostgres(data, say, { native: copyNative(0o700), users: [way] });
      await ask('create table kept ()');
    },
  );

  it('goes on with its data when root starts it in the other way', async () => {
    for (const users of [insteadOfRoot.slice(1), insteadOfRoot, insteadOfRoot.slice(1)]) {
      await attachPostgres(data, say, { users });
      await ask('create table if not exists kept ()');
      await stopPostgres(data);
    }
  });

  it('runs for an ordinary user who may not write to the programs', async () => {
    const native = copyNative(0o755);
    const way = isRoot
      ? (['setpriv', `--reuid=${nobody}`, '--clear-groups'] as const)
      : (['env'] as const);
    if (isRoot) [folder, data].forEach((one) => chownSync(one, nobody, 0));
    const script = resolve('test/support/postgres-process.ts');
    const [file, ...args] = [...way, process.execPath, '-r', require.resolve('tsx/cjs')];
    execFileSync(file, [...args, script, data, native], { env: { PATH: process.env['PATH'] } });
    await ask('create table kept ()');
    const { uid } = statSync(cluster());
    expect(uid).toBe(isRoot ? nobody : process.getuid?.());
  });

  it('listens on the loopback address alone, and lets nobody in without a password', async () => {
    await attachPostgres(data, say);
    const url = new URL(urlsOf(data).ownerUrl);
    url.password = 'guessed';
    await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
    const [, , , , sockets, address] = readFileSync(
      join(cluster(), 'postmaster.pid'),
      'utf8',
    ).split('\n');
    expect([sockets, address]).toEqual(['', '127.0.0.1']);
    expect(statSync(join(data, 'postgres.json')).mode & 0o777).toBe(0o600);
  });

  it('keeps its address and its data over a stop', async () => {
    await attachPostgres(data, say);
    const before = databaseAddresses(data);
    await ask('create table kept ()');
    await stopPostgres(data);
    expect(databaseAddresses(data)).toBeNull();
    expect(readRunFile(data).postgres).toMatchObject({ mark: null });
    await attachPostgres(data, say);
    expect(databaseAddresses(data)).toEqual(before);
    await ask('select from kept');
  });

  it('is attached to while it runs, even where run.json has lost it', async () => {
    const first = await attachPostgres(data, say);
    expect(await attachPostgres(data, say)).toEqual(first);
    noteRunning(data, { postgres: null });
    expect(await attachPostgres(data, say)).toEqual(first);
    expect(readRunFile(data).postgres).toEqual(first);
  });
});

describe('after a kill', () => {
  it('the database starts again with all it had confirmed', async () => {
    await attachPostgres(data, say);
    await ask('create table kept ()');
    await killServer();
    await attachPostgres(data, say);
    await ask('select from kept');
    expect(said.join()).toContain('no longer answers');
  });

  it('a lock whose number another process has by now is cleared, that process left alone', async () => {
    const other = spawn('cat', { stdio: 'pipe' });
    const mark = markOf(other.pid ?? 0);
    await attachPostgres(data, say);
    await ask('create table kept ()');
    await killServer();
    const lock = join(cluster(), 'postmaster.pid');
    const [, ...rest] = readFileSync(lock, 'utf8').split('\n');
    writeFileSync(lock, [other.pid, ...rest].join('\n'));
    await attachPostgres(data, say);
    await ask('select from kept');
    expect(mark && isAlive(mark)).toBe(true);
    other.kill();
    await once(other, 'exit');
  });

  it('what was left of a first start that was cut short is made anew', async () => {
    mkdirSync(join(data, 'postgres.part'));
    writeFileSync(join(data, 'postgres.part', 'PG_VERSION'), '18\n');
    await attachPostgres(data, say);
    await ask('create table kept ()');
  });
});

describe('a database that cannot start', () => {
  it('is said with what its log says', async () => {
    await attachPostgres(data, say);
    await stopPostgres(data);
    writeFileSync(join(cluster(), 'postgresql.conf'), 'nonsense = 1\n');
    const starting = attachPostgres(data, say);
    await expect(starting).rejects.toThrow(Unreachable);
    await expect(starting).rejects.toThrow(/postgres\.log[^]*nonsense/);
  });
});
