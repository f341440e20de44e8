import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { borrowPostgres, takePostgres } from '../../local/borrow-postgres';
import { attachPostgres, databaseAddresses, stopPostgres } from '../../local/postgres';
import { query } from '../support/postgres';

let data: string;
const silent = () => undefined;
const borrow = async (make = false) => {
  const borrowed = await borrowPostgres(data, silent, { make });
  if (!borrowed) throw new Error('Nothing to borrow');
  return borrowed;
};
const isUp = () => databaseAddresses(data) !== null;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'notifiable-borrowed-'));
});
afterEach(async () => {
  await stopPostgres(data);
  rmSync(data, { recursive: true });
});

describe('a command that needs the database', () => {
  it('makes none where nothing was ever kept', async () => {
    expect(await borrowPostgres(data, silent)).toBeNull();
    expect(existsSync(join(data, 'postgres'))).toBe(false);
  });

  it('starts it for as long as it needs it', async () => {
    const borrowed = await borrow(true);
    await query(borrowed.databaseOwnerUrl, 'create table kept ()');
    await borrowed.giveBack();
    expect(isUp()).toBe(false);
    const again = await borrow();
    await query(again.databaseOwnerUrl, 'select from kept');
    await again.giveBack();
    expect(isUp()).toBe(false);
  });

  it('shares it with others: it is started once, and the last of them stops it', async () => {
    await (await borrow(true)).giveBack();
    const [first, ...others] = await Promise.all([borrow(), borrow(), borrow()]);
    await first.giveBack();
    for (const { databaseOwnerUrl, giveBack } of others) {
      await query(databaseOwnerUrl, 'select 1');
      await giveBack();
    }
    expect(isUp()).toBe(false);
    const starts = readFileSync(join(data, 'postgres.log'), 'utf8').match(/starting PostgreSQL/g);
    expect(starts).toHaveLength(2);
  });

  it('stops it although another that had it was killed', async () => {
    const borrowed = await borrow(true);
    const killed = JSON.stringify({ pid: process.pid, startedAt: 'long ago' });
    writeFileSync(join(data, 'postgres-borrowers', 'killed'), killed);
    await borrowed.giveBack();
    expect(isUp()).toBe(false);
  });

  it('leaves it running where it ran before', async () => {
    await attachPostgres(data, silent);
    await (await borrow()).giveBack();
    expect(isUp()).toBe(true);
  });

  it('leaves it to whoever has brought everything up meanwhile', async () => {
    const borrowed = await borrow(true);
    await takePostgres(data, silent);
    await borrowed.giveBack();
    expect(isUp()).toBe(true);
  });
});
