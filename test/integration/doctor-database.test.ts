import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateRegister } from '../../bin/database';
import { checkDatabase, judgeDatabase } from '../../bin/doctor-database';
import { attachPostgres, databaseAddresses, stopPostgres } from '../../local/postgres';
import { readSettings } from '../../settings';
import { query, urlsOf } from '../support/postgres';

let folder: string;
let urls: ReturnType<typeof urlsOf>;
const settingsWith = (databaseUrl: string, owner = databaseUrl) =>
  readSettings({
    NOTIFIABLE_DATA: folder,
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: owner,
  });
const check = (databaseUrl: string) => checkDatabase(settingsWith(databaseUrl));
const migrateAs = (url: string) => migrateRegister(settingsWith(urls.databaseUrl, url));
const withNothing = () => readSettings({ NOTIFIABLE_DATA: folder });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-doctor-'));
  await attachPostgres(folder, () => undefined);
  urls = urlsOf(folder);
});
afterEach(async () => {
  await stopPostgres(folder);
  rmSync(folder, { recursive: true });
});

describe('the database as doctor sees it', () => {
  it('is to be migrated first, by a login that may; then it is good', async () => {
    expect(await check(urls.databaseUrl)).toMatchObject({
      stands: 'bad',
      says: expect.stringContaining('0001-chains'),
      mend: 'Run `notifiable migrate`.',
    });
    await expect(migrateAs(urls.databaseUrl)).rejects.toThrow('DATABASE_OWNER_URL');
    await migrateAs(urls.ownerUrl);
    expect(await check(urls.databaseUrl)).toMatchObject({ stands: 'good', mend: '' });
  });

  it('needs no owner once its tables are up to date', async () => {
    await migrateAs(urls.ownerUrl);
    expect(await migrateAs(urls.databaseUrl)).toEqual([]);
  });

  it('is bad where the application may change the history, and warns of a login that owns it', async () => {
    await migrateAs(urls.ownerUrl);
    expect(await check(urls.superuserUrl)).toMatchObject({ stands: 'warning' });
    await query(urls.superuserUrl, 'grant delete on accesses to notifiable_app');
    expect(await check(urls.databaseUrl)).toMatchObject({
      stands: 'bad',
      says: 'the application may change what was recorded',
    });
  });

  it('is named with its remedy where it cannot be used', async () => {
    const elsewhere = new URL(urls.databaseUrl);
    elsewhere.pathname = '/elsewhere';
    const locked = new URL(urls.databaseUrl);
    locked.password = 'guessed';
    const unable = { stands: 'unreachable' };
    for (const url of [elsewhere, locked]) {
      expect(await check(url.href)).toMatchObject({
        ...unable,
        mend: expect.stringMatching(/login.*password/),
      });
    }
    expect(await check(urls.ownerUrl)).toMatchObject({
      ...unable,
      mend: expect.stringMatching(/grant notifiable_app/),
    });
    await query(urls.superuserUrl, 'drop owned by notifiable_app; drop role notifiable_app');
    expect(await check(urls.superuserUrl)).toMatchObject({
      ...unable,
      mend: expect.stringMatching(/notifiable migrate/),
    });
    await stopPostgres(folder);
    expect(await check(urls.superuserUrl)).toMatchObject({
      ...unable,
      says: expect.stringMatching(/not answer/),
    });
  });

  it('is started to be looked at where it is this machine’s own, and made by no look', async () => {
    await migrateAs(urls.ownerUrl);
    await stopPostgres(folder);
    expect(await checkDatabase(withNothing())).toMatchObject({ stands: 'good' });
    expect(databaseAddresses(folder)).toBeNull();
    rmSync(join(folder, 'postgres'), { recursive: true });
    expect(await checkDatabase(withNothing())).toMatchObject({ stands: 'skipped' });
  });

  it('must be PostgreSQL 14 or newer', () => {
    const fine = { missing: [], applicationMayChange: false, loginMayChange: false };
    expect(judgeDatabase({ ...fine, version: 13 })).toMatchObject({ stands: 'bad' });
    expect(judgeDatabase({ ...fine, version: 14 })).toMatchObject({ stands: 'good' });
  });
});
