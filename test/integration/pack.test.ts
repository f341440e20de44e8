import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRegister } from '../../bin/database';
import { exportPack } from '../../bin/pack';
import { verifyPack } from '../../pack/verify';
import { openRegister, type Register } from '../../register/register';
import { readSettings } from '../../settings';
import { createSeal } from '../../temporal/seal';
import { buildAuthority } from '../support/build-incident';
import { eventfulIncident, keepIncident } from '../support/kept-incident';
import { startTestPostgres, type TestPostgres } from '../support/postgres';
import { runCommand } from '../support/run-command';

const secret = Buffer.alloc(32, 7).toString('base64');
const reference = 'SI-2026-7K3F';
const driven = eventfulIncident(reference);
let postgres: TestPostgres;
let register: Register;
let folder: string;
let env: Record<string, string>;

const notifiable = (...args: string[]) =>
  runCommand(args, { env, exportPack, verifyPack, verify: checkRegister });
const exported = (...more: string[]) =>
  notifiable('export', reference, '--out', join(folder, 'pack'), '--by', 'manager-1', ...more);
const inPack = (name: string): unknown =>
  JSON.parse(readFileSync(join(folder, 'pack', name), 'utf8'));

beforeAll(async () => {
  postgres = await startTestPostgres();
  const { payloadKeys } = readSettings({ NOTIFIABLE_PAYLOAD_KEY: secret });
  register = openRegister(postgres.databaseUrl, createSeal(payloadKeys));
  await keepIncident(register, eventfulIncident('SI-2026-OTHER'));
  await keepIncident(register, driven);
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-export-'));
  const authority = join(folder, 'authority.json');
  writeFileSync(authority, JSON.stringify(buildAuthority()));
  env = {
    ...{ DATABASE_URL: postgres.databaseUrl, NOTIFIABLE_PAYLOAD_KEY: secret },
    ...{ NOTIFIABLE_AUTHORITY: authority, NOTIFIABLE_DATA: folder },
  };
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(async () => {
  await register.close();
  await postgres.stop();
});

describe('notifiable export', () => {
  it('writes the whole record, for its owner’s eyes, and says what it holds', async () => {
    const { status, out } = await exported();
    expect([status, out]).toEqual([0, expect.stringMatching(/data about children[^]*files fit/)]);
    expect(inPack('record.json')).toEqual({ number: driven.entries.length, state: driven.state });
    const modes = readdirSync(join(folder, 'pack')).map((name) => join(folder, 'pack', name));
    expect(new Set(modes.map((name) => statSync(name).mode & 0o777))).toEqual(new Set([0o600]));
    expect(statSync(join(folder, 'pack')).mode & 0o777).toBe(0o700);
  });

  it('is checked with no database, and serves to check the register', async () => {
    await exported();
    const head = join(folder, 'pack', 'head.json');
    env = {};
    expect(await notifiable('verify', join(folder, 'pack'))).toMatchObject({ status: 0 });
    env = { DATABASE_URL: postgres.databaseUrl, NOTIFIABLE_DATA: folder };
    expect(await notifiable('verify', '--head', head)).toMatchObject({ status: 0 });
  });

  it('records that it was read, and by whom', async () => {
    await exported();
    const { accesses } = await register.queries.accesses({ reference, limit: 1, before: null });
    expect(accesses).toMatchObject([{ who: 'manager-1', what: 'export', reference }]);
  });

  it('reads nothing for, and writes nothing into, a folder that holds something', async () => {
    await exported();
    const before = readFileSync(join(folder, 'pack', 'manifest.json'), 'utf8');
    const { accesses } = await register.head();
    expect(await exported()).toMatchObject({
      status: 1,
      err: expect.stringContaining('not empty'),
    });
    expect(readFileSync(join(folder, 'pack', 'manifest.json'), 'utf8')).toBe(before);
    expect((await register.head()).accesses).toEqual(accesses);
  });

  test.each([
    [['SI-2026-NONE', '--by', 'manager-1'], /SI-2026-NONE/],
    [[reference, '--by', 'nobody'], /Nobody in the authority/],
  ])('refuses %j, and leaves no folder', async (args, says) => {
    const refused = await notifiable('export', ...args, '--out', join(folder, 'pack'));
    expect(refused).toMatchObject({ status: 1, err: expect.stringMatching(says) });
    expect(readdirSync(folder)).toEqual(['authority.json']);
  });

  it('rests on the entries alone, whatever was done to the lists', async () => {
    const now = new Date().toISOString();
    const messages = (await register.queries.find(reference, now))?.messages;
    await postgres.tamper('update records set summary_number = 1; delete from messages');
    expect(await exported()).toMatchObject({ status: 0 });
    expect(inPack('record.json')).toEqual({ number: driven.entries.length, state: driven.state });
    expect(inPack('messages.json')).toEqual(messages);
    await register.rebuild();
  });

  it('names what does not fit, at the export and afterwards', async () => {
    await exported();
    const page = join(folder, 'pack', 'timeline.html');
    writeFileSync(page, readFileSync(page, 'utf8').replace('officer-1', 'officer-2'));
    const checked = await notifiable('verify', join(folder, 'pack'));
    expect(checked).toMatchObject({ status: 1, out: expect.stringContaining('timeline.html') });
    await postgres.tamper(
      `update entries set body = convert_to(replace(convert_from(body, 'utf8'), '"text":"', '"text":"Not '), 'utf8')
       where reference = '${reference}' and number = 3`,
    );
    rmSync(join(folder, 'pack'), { recursive: true });
    expect(await exported()).toMatchObject({
      ...{ status: 1, out: expect.stringContaining('is entry 3 in timeline.json') },
    });
  });
});
