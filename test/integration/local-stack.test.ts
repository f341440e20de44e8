import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTransport } from 'nodemailer';
import { isAlive, markOf } from '../../local/process';
import { AlreadyRunning, localAddresses, type LocalStack, startLocal } from '../../local/run';
import { noteRunning, readRunFile } from '../../local/run-file';
import { readSettings, type Settings, withLocal } from '../../settings';
import { connectClient } from '../../temporal/connection';
import { query } from '../support/postgres';
import { fixedPort } from '../support/fixed-port';
import { until } from '../support/until';
import { temporalBinary } from '../support/temporal-binary';

let folder: string;
let env: Record<string, string>;
let settings: Settings;
let said: string[];
const stacks: LocalStack[] = [];
const say = (line: string) => void said.push(line);

async function start(changed: Partial<Settings> = {}): Promise<LocalStack> {
  const stack = await startLocal({ ...settings, ...changed }, say);
  stacks.push(stack);
  return stack;
}

async function startElsewhere(): Promise<{ up: ChildProcess; addresses: LocalStack }> {
  const script = resolve('test/support/up-process.ts');
  const up = spawn(process.execPath, ['--require', require.resolve('tsx/cjs'), script], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(up.stdout, 'data')) as [Buffer];
  return { up, addresses: JSON.parse(line.toString()) as LocalStack };
}

const nowhere = { temporalAddress: null, temporalUi: null, smtpUrl: null };

const inboxMails = async () => {
  const port = readRunFile(folder).inbox?.port;
  return (await fetch(`http://127.0.0.1:${port}/inbox.json`)).json() as Promise<unknown[]>;
};

beforeEach(async () => {
  const binary = await temporalBinary();
  folder = mkdtempSync(join(tmpdir(), 'notifiable-local-'));
  mkdirSync(join(folder, 'bin'));
  symlinkSync(binary, join(folder, 'bin', 'temporal'));
  env = { NOTIFIABLE_DATA: folder, PORT: String(await fixedPort()) };
  settings = readSettings(env);
  said = [];
});
afterEach(async () => {
  for (const stack of stacks.splice(0)) await stack.stop();
  rmSync(folder, { recursive: true });
});

describe('the parts on this machine', () => {
  it('answer once started, and are gone once stopped', async () => {
    const stack = await start();
    const client = await connectClient(withLocal(settings, stack));
    await client.connection.close();
    await createTransport(String(stack.smtpUrl)).sendMail({
      from: 'a@x.example',
      to: 'b@x.example',
    });
    expect(await inboxMails()).toHaveLength(1);
    expect((await fetch(String(stack.temporalUi))).status).toBe(200);
    expect((await fetch(String(stack.inboxUrl))).status).toBe(200);
    const { databaseUrl } = withLocal(settings, stack);
    await query(String(databaseUrl), 'select 1');
    await stack.stop();
    expect(localAddresses(settings)).toEqual(nowhere);
    await expect(inboxMails()).rejects.toThrow();
    await expect(query(String(databaseUrl), 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('keep their addresses over a restart, and their folder to its owner', async () => {
    const first = await start();
    await first.stop();
    expect(JSON.stringify(await start())).toBe(JSON.stringify(first));
    expect(statSync(join(folder, 'run.json')).mode & 0o777).toBe(0o600);
  });

  it('have the database again where it was killed, at the same address', async () => {
    const { database } = await start();
    const killed = readRunFile(folder).postgres?.mark;
    process.kill(killed?.pid ?? 0, 'SIGKILL');
    await until(() => !killed || !isAlive(killed));
    const ask = () => query(String(database?.databaseUrl), 'select 1');
    await until(() =>
      ask().then(
        () => true,
        () => false,
      ),
    );
  });

  it('are found by other commands, which start nothing', async () => {
    expect(localAddresses(settings)).toEqual(nowhere);
    const { temporalAddress, temporalUi, smtpUrl } = await start();
    expect(localAddresses(settings)).toEqual({ temporalAddress, temporalUi, smtpUrl });
  });

  it('are not started where the environment names a server', async () => {
    const elsewhere = readSettings({
      ...env,
      TEMPORAL_ADDRESS: 'temporal.example:7233',
      SMTP_URL: 'smtp://mail.example',
      DATABASE_URL: 'postgres://db.example/notifiable',
    });
    expect(await start(elsewhere)).toMatchObject({
      temporalAddress: 'temporal.example:7233',
      temporalUi: null,
      smtpUrl: 'smtp://mail.example',
      inboxUrl: null,
      database: null,
    });
    expect(existsSync(join(folder, 'temporal.db'))).toBe(false);
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });
});

describe('a second start', () => {
  it('is told that the first still runs', async () => {
    await start();
    const second = start();
    await expect(second).rejects.toThrow(AlreadyRunning);
    await expect(second).rejects.toThrow(String(process.pid));
    expect(await inboxMails()).toEqual([]);
  });

  it('attaches to what a killed one left running', async () => {
    const { up, addresses } = await startElsewhere();
    const before = readRunFile(folder);
    up.kill('SIGKILL');
    await once(up, 'exit');
    expect(await start()).toMatchObject(addresses);
    expect(readRunFile(folder)).toEqual(before);
    expect(said.join()).toContain('ended without tidying up');
  });

  it('starts again what died, and says so', async () => {
    const { up, addresses } = await startElsewhere();
    const { temporal, inbox, postgres } = readRunFile(folder);
    const parts = [temporal, inbox, postgres].map((part) => part?.mark?.pid);
    for (const pid of [up.pid, ...parts]) {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    }
    await once(up, 'exit');
    expect(await start()).toMatchObject(addresses);
    expect(said.join()).toMatch(/inbox noted in run\.json has ended.*Temporal server noted/);
  });

  it('waits for the port that a killed inbox still holds', async () => {
    const port = await fixedPort();
    noteRunning(folder, {
      inbox: { mark: { pid: process.pid, startedAt: 'long ago' }, port, smtpPort: 1 },
    });
    const dying = createServer().listen(port, '127.0.0.1');
    await once(dying, 'listening');
    setTimeout(() => dying.close(), 300);
    expect((await start()).inboxUrl).toBe(`http://localhost:${port}/inbox`);
  });

  it('never ends a process that only has the number of an old one', async () => {
    const other = spawn('cat', { stdio: 'pipe' });
    const mark = markOf(other.pid ?? 0);
    const ports = { port: await fixedPort(), smtpPort: await fixedPort() };
    noteRunning(folder, {
      inbox: { mark: { pid: other.pid ?? 0, startedAt: 'long ago' }, ...ports },
    });
    writeFileSync(join(folder, 'up.lock'), JSON.stringify({ pid: other.pid, startedAt: 'then' }));
    await start();
    expect(mark && isAlive(mark)).toBe(true);
    other.kill();
  });
});
