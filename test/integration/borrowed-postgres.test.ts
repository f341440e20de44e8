import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { borrowPostgres, keepPostgres } from '../../local/borrow-postgres';
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

  it('leaves it running where it ran before', async () => {
    await attachPostgres(data, silent);
    await (await borrow()).giveBack();
    expect(isUp()).toBe(true);
  });

  it('leaves it to whoever has brought everything up meanwhile', async () => {
    const borrowed = await borrow(true);
    await attachPostgres(data, silent);
    keepPostgres(data);
    await borrowed.giveBack();
    expect(isUp()).toBe(true);
  });
});
