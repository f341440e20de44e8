import { Cookie, MemoryStore, type SessionData } from 'express-session';
import { Unreachable } from '../../../temporal/unreachable';
import { OutlastingStore } from '../../../web/outlasting-store';

const hour = 3_600_000;
const cookie = new Cookie();
cookie.maxAge = hour;
const data: SessionData = { person: 'officer-1', cookie };

/** A database of sessions that counts what is written, and can be lost. */
class Database extends MemoryStore {
  touches = 0;
  isLost = false;

  override get(id: string, answer: (error: unknown, data?: SessionData | null) => void): void {
    if (this.isLost) answer(new Error('connection lost'));
    else super.get(id, answer);
  }

  override touch(id: string, session: SessionData, done?: () => void): void {
    this.touches += 1;
    super.touch(id, session, done);
  }
}

const setUp = () => {
  const database = new Database();
  const store = new OutlastingStore(database, hour);
  return { database, store };
};

const read = (store: OutlastingStore) =>
  new Promise<SessionData | null | undefined>((resolve, reject) => {
    store.get('one', (error: unknown, found) => {
      if (error instanceof Error) reject(error);
      else resolve(found);
    });
  });

const write = (store: OutlastingStore, how: 'set' | 'touch') =>
  new Promise<void>((resolve) => {
    store[how]('one', data, () => resolve());
  });

const after = (ms: number) => jest.setSystemTime(Date.now() + ms);

beforeEach(() => {
  jest.useFakeTimers({ now: 0, doNotFake: ['setImmediate', 'nextTick'] });
});
afterEach(() => {
  jest.useRealTimers();
});

test('a session goes on while the database is lost, until its idle limit', async () => {
  const { database, store } = setUp();
  await write(store, 'set');
  database.isLost = true;
  after(hour - 1);
  expect(await read(store)).toMatchObject({ person: 'officer-1' });
  after(2);
  await expect(read(store)).rejects.toThrow(Unreachable);
});

test('a lost database knows nobody whom this process has not seen', async () => {
  const { database, store } = setUp();
  database.isLost = true;
  await expect(read(store)).rejects.toThrow(Unreachable);
});

test('a session that was ended is gone, whether or not the database answers', async () => {
  const { database, store } = setUp();
  await write(store, 'set');
  await new Promise<void>((resolve) => {
    store.destroy('one', () => resolve());
  });
  expect(await read(store)).toBeUndefined();
  database.isLost = true;
  await expect(read(store)).rejects.toThrow(Unreachable);
});

test('that somebody is still there is written once a minute, not with every page', async () => {
  const { database, store } = setUp();
  await write(store, 'set');
  for (let page = 0; page < 3; page += 1) await write(store, 'touch');
  expect(database.touches).toBe(0);
  after(60_000);
  for (let page = 0; page < 3; page += 1) await write(store, 'touch');
  expect(database.touches).toBe(1);
});
