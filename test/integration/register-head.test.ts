import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRegister, publishRegisterHead } from '../../bin/database';
import { openRegister, type Register } from '../../register/register';
import { buildEntries, buildStand } from '../support/build-entries';
import { buildAuthority } from '../support/build-incident';
import { startMailSink, type MailSink } from '../support/mail-sink';
import { startTestPostgres, type TestPostgres } from '../support/postgres';
import { runCommand } from '../support/run-command';
import { testSeal } from '../support/test-seal';

const outside = 'audit@elsewhere.example';
let postgres: TestPostgres;
let register: Register;
let sink: MailSink;
let folder: string;
let env: Record<string, string>;

const notifiable = (...args: string[]) =>
  runCommand(args, { env, verify: checkRegister, publishHead: publishRegisterHead });
const file = () => join(folder, 'register-head.jsonl');
const lines = () => readFileSync(file(), 'utf8').trimEnd().split('\n');

beforeAll(async () => {
  postgres = await startTestPostgres();
  register = openRegister(postgres.databaseUrl, testSeal);
  sink = await startMailSink();
});
beforeEach(async () => {
  await postgres.empty();
  await register.recorder.append('SI-2026-A', buildEntries(4), buildStand());
  folder = mkdtempSync(join(tmpdir(), 'notifiable-head-'));
  const authority = join(folder, 'authority.json');
  writeFileSync(authority, JSON.stringify(buildAuthority()));
  env = {
    DATABASE_URL: postgres.databaseUrl,
    NOTIFIABLE_DATA: folder,
    NOTIFIABLE_AUTHORITY: authority,
    SMTP_URL: sink.url,
  };
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(async () => {
  await sink.close();
  await register.close();
  await postgres.stop();
});

describe('the head that leaves the register', () => {
  it('is added to the file, which others may not read, once for each state of the register', async () => {
    expect(await notifiable('head')).toMatchObject({ status: 0 });
    expect(await notifiable('head')).toMatchObject({ status: 0 });
    expect(lines()).toHaveLength(1);
    await register.appendAccess({ who: 'manager-1', what: 'show', reference: 'SI-2026-A' });
    const { out } = await notifiable('head', '--json');
    expect(lines().map((line) => (JSON.parse(line) as { count: number }).count)).toEqual([4, 4]);
    expect(JSON.parse(out)).toMatchObject({ count: 4, accesses: { count: 1 }, mailedTo: null });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is mailed as plain text, with the line that verify takes', async () => {
    env['NOTIFIABLE_HEAD_ADDRESS'] = outside;
    expect(await notifiable('head')).toMatchObject({ status: 0 });
    const mail = sink.mails.at(-1);
    expect(mail).toMatchObject({ to: outside, html: '' });
    const saved = join(folder, 'saved.json');
    writeFileSync(saved, mail?.text.split('\n').find((line) => line.startsWith('{')) ?? '');
    expect(await notifiable('verify', '--head', saved)).toMatchObject({ status: 0 });
  });

  test.each([
    ['a person', buildAuthority().people[0]?.email ?? ''],
    ['a role', buildAuthority().roleAddresses.director.toUpperCase()],
  ])(
    'is not mailed to the inbox of %s of the authority, but is in the file',
    async (_, address) => {
      const before = sink.mails.length;
      env['NOTIFIABLE_HEAD_ADDRESS'] = address;
      const refused = await notifiable('head');
      expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('address outside') });
      expect(refused.err).not.toContain(address);
      expect(sink.mails).toHaveLength(before);
      expect(lines()).toHaveLength(1);
    },
  );
});

describe('notifiable verify', () => {
  const cutOff = 'delete from entries where sequence = 4';

  it('says that without a kept head a cut would not show, and how to keep one', async () => {
    await postgres.tamper(cutOff);
    await register.rebuild();
    const { status, out } = await notifiable('verify');
    expect([status, out]).toEqual([0, expect.stringMatching(/^All 3 entries .* a cut .* head`/)]);
  });

  it('names an incident whose lists say more than its entries', async () => {
    await postgres.tamper(cutOff);
    const { status, out } = await notifiable('verify');
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/is what the lists show of SI-2026-A: /),
    ]);
  });

  it('compares with the heads of the file by itself, and names where the end was cut off', async () => {
    await notifiable('head');
    expect((await notifiable('verify')).out).toContain(`Compared with 1 head in ${file()}`);
    await postgres.tamper(cutOff);
    const { status, out } = await notifiable('verify');
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/is entry 4: .* ends at 3, but had 4/),
    ]);
  });

  it('compares with a head that was printed', async () => {
    const kept = join(folder, 'kept.json');
    writeFileSync(kept, (await notifiable('head', '--json')).out);
    rmSync(file());
    await postgres.tamper(cutOff);
    expect(await notifiable('verify', '--head', kept)).toMatchObject({ status: 1 });
  });

  it('refuses a file that is not there, or that holds no heads', async () => {
    expect(await notifiable('verify', '--head', join(folder, 'none'))).toMatchObject({ status: 1 });
    const other = await notifiable('verify', '--head', env['NOTIFIABLE_AUTHORITY'] ?? '');
    expect(other).toMatchObject({ status: 1, err: expect.stringContaining('not heads') });
  });
});
