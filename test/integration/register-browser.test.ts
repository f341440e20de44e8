import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import { Pool } from 'pg';
import { openDatabase } from '../../register/database';
import { openRegister, type Register } from '../../register/register';
import { createSeal } from '../../temporal/seal';
import { query, startTestPostgres, type TestPostgres } from '../support/postgres';
import { testSeal } from '../support/test-seal';

const otherSeal = createSeal([{ id: 'other', secret: Buffer.alloc(32, 8).toString('base64') }]);
let postgres: TestPostgres;
let register: Register;

beforeAll(async () => {
  postgres = await startTestPostgres();
  register = openRegister(postgres.databaseUrl, testSeal);
});
beforeEach(() => postgres.empty());
afterAll(async () => {
  await register.close();
  await postgres.stop();
});

/** Whatever is in a table, as somebody with the disk in hand would read it. */
async function dumpOf(table: 'drafts' | 'received' | 'evidenceFiles'): Promise<string> {
  const db = openDatabase(postgres.databaseUrl, null);
  const rows = await db.selectFrom(table).selectAll().execute();
  await db.destroy();
  const columns = rows.flatMap((row) => Object.values(row) as unknown[]);
  return columns.map((value) => (value instanceof Buffer ? value.toString() : value)).join();
}

describe('a draft', () => {
  const draft = {
    id: 'd-1',
    person: 'officer-1',
    reference: null,
    body: { what: 'what happened' },
  };

  it('is its writer’s alone, as it was saved last, until it is removed', async () => {
    await register.drafts.save(draft);
    await register.drafts.save({ ...draft, reference: 'SI-2026-A', body: { what: 'more' } });
    expect(await register.drafts.find('d-1', 'officer-1')).toEqual({ what: 'more' });
    expect(await register.drafts.find('d-1', 'officer-2')).toBeNull();
    const updatedAt = expect.stringMatching(/Z$/) as string;
    const listed = [{ id: 'd-1', reference: 'SI-2026-A', updatedAt }];
    expect(await register.drafts.ofPerson('officer-1')).toEqual(listed);
    expect(await register.drafts.ofPerson('officer-2')).toEqual([]);
    await register.drafts.remove('d-1');
    expect(await register.drafts.find('d-1', 'officer-1')).toBeNull();
  });

  it('is removed once nobody has changed it for 14 days', async () => {
    await register.drafts.save(draft);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    await register.drafts.removeOld(inDays(13.9));
    expect(await register.drafts.find('d-1', 'officer-1')).toEqual(draft.body);
    await register.drafts.removeOld(inDays(14.1));
    expect(await register.drafts.find('d-1', 'officer-1')).toBeNull();
  });

  it('is not written over by another person', async () => {
    await register.drafts.save(draft);
    const others = register.drafts.save({ ...draft, person: 'officer-2' });
    await expect(others).rejects.toThrow('Another person');
    expect(await register.drafts.find('d-1', 'officer-1')).toEqual(draft.body);
  });

  it('is read by holders of the key alone, and under its own id', async () => {
    await register.drafts.save(draft);
    await register.drafts.save({ ...draft, id: 'd-2' });
    expect(await dumpOf('drafts')).not.toContain('what happened');
    await postgres.tamper(`update drafts as one set sealed = other.sealed from drafts as other
      where one.id = 'd-1' and other.id = 'd-2'`);
    await expect(register.drafts.find('d-1', 'officer-1')).rejects.toThrow();
  });
});

describe('an incident that was received', () => {
  const handedIn = {
    ...{ reference: 'SI-2026-A', by: 'officer-1', report: { what: 'what happened' } },
    notADuplicate: 'another family',
  };

  it('waits, as it was handed in first, until it was started', async () => {
    const { received } = register;
    await received.add(handedIn);
    await received.add({ ...handedIn, by: 'officer-2', report: {} });
    await received.add({ ...handedIn, reference: 'SI-2026-B' });
    expect(await received.waiting()).toMatchObject([handedIn, { reference: 'SI-2026-B' }]);
    expect(await dumpOf('received')).not.toContain('what happened');
    await received.started('SI-2026-A');
    expect(await received.waiting()).toMatchObject([{ reference: 'SI-2026-B' }]);
    const { reference } = handedIn;
    expect(await received.find('SI-2026-B')).toEqual({
      ...{ ...handedIn, reference: 'SI-2026-B', startedAt: null, problem: null },
      at: expect.stringMatching(/Z$/),
    });
    expect(await received.find(reference)).toMatchObject({
      ...{ by: 'officer-1', report: null },
      startedAt: expect.stringMatching(/Z$/),
    });
    expect(await received.find('SI-2026-C')).toBeNull();
  });

  it('is not tried again where it was refused, but stays', async () => {
    await register.received.add(handedIn);
    await register.received.refused('SI-2026-A', 'It has no date.');
    expect(await register.received.waiting()).toEqual([]);
    const { reference, by } = handedIn;
    const at = expect.stringMatching(/Z$/) as string;
    const listed = [{ reference, by, at, problem: 'It has no date.' }];
    expect(await register.received.notStarted()).toEqual(listed);
    const kept = { problem: 'It has no date.', startedAt: null, report: handedIn.report };
    expect(await register.received.find('SI-2026-A')).toMatchObject(kept);
  });
});

describe('an absence', () => {
  const away = { person: 'officer-1', from: '2026-03-02', to: '2026-03-06', cover: null };

  it('counts until its last day is past or it was ended, and stays to be seen', async () => {
    const { absences } = register;
    const first = await absences.add({ ...away, by: 'officer-1' });
    const second = await absences.add({ ...away, to: '2026-03-09', by: 'manager-1' });
    expect(await absences.standing('2026-03-06')).toEqual([first, second]);
    expect(await absences.standing('2026-03-07')).toEqual([second]);
    expect(await absences.end(second.id, 'manager-2')).toBe(true);
    expect(await absences.end(second.id, 'manager-3')).toBe(false);
    expect(await absences.end('unknown', 'manager-3')).toBe(false);
    expect(await absences.standing('2026-03-06')).toEqual([first]);
    const ended = { endedBy: 'manager-2', endedAt: expect.stringMatching(/Z$/) as string };
    expect(await absences.all('2026-03-07')).toEqual([{ ...second, ...ended }]);
  });
});

describe('a file of evidence', () => {
  const bytes = Buffer.from('%PDF-1.7 what happened');
  const file = {
    reference: 'SI-2026-A',
    name: 'what happened.pdf',
    type: 'application/pdf',
    bytes,
  };

  it('is given back byte by byte, in its own record alone', async () => {
    const kept = await register.files.add({ ...file, by: 'officer-1' });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(kept).toMatchObject({ sha256, size: bytes.length, type: file.type });
    const { name } = file;
    const listed = { ...kept, name, by: 'officer-1', at: expect.stringMatching(/Z$/) as string };
    expect(await register.files.find('SI-2026-A', kept.id)).toEqual({ ...listed, bytes });
    expect(await register.files.find('SI-2026-B', kept.id)).toBeNull();
    expect(await register.files.of('SI-2026-A')).toEqual([listed]);
    expect(await register.files.of('SI-2026-B')).toEqual([]);
  });

  it('is read by holders of the key alone, and never under another record', async () => {
    const { id } = await register.files.add({ ...file, by: 'officer-1' });
    expect(await dumpOf('evidenceFiles')).not.toContain('what happened');
    const others = openRegister(postgres.databaseUrl, otherSeal);
    await expect(others.files.find('SI-2026-A', id)).rejects.toThrow('No payload key named "test"');
    await others.close();
    await postgres.tamper(`update evidence_files set reference = 'SI-2026-B'`);
    await expect(register.files.find('SI-2026-B', id)).rejects.toThrow();
  });

  it.each([0, 10 * 1024 * 1024 + 1])('is refused by the database with %d bytes', async (size) => {
    const added = register.files.add({ ...file, bytes: Buffer.alloc(size), by: 'officer-1' });
    await expect(added).rejects.toThrow(/check constraint/);
  });

  it('is taken with 10 MiB', async () => {
    const large = Buffer.alloc(10 * 1024 * 1024, 'x');
    const { id } = await register.files.add({ ...file, bytes: large, by: 'officer-1' });
    expect((await register.files.find('SI-2026-A', id))?.bytes.equals(large)).toBe(true);
  });
});

describe('the database itself', () => {
  test.each([
    'delete from received',
    `update received set person = 'another'`,
    'delete from absences',
    `update absences set cover = 'another'`,
    'delete from evidence_files',
    `update evidence_files set sha256 = ''`,
  ])('refuses the application: %s', async (change) => {
    await expect(query(postgres.databaseUrl, change)).rejects.toThrow(/permission denied/);
  });
  test.each(['received', 'absences', 'evidence_files'])(
    'lets not even the owner remove what was added: %s',
    async (table) => {
      const change = `delete from ${table}`;
      await expect(query(postgres.ownerUrl, change)).rejects.toThrow(/The register only grows/);
    },
  );
});

describe('the sessions of the browser', () => {
  it('are kept, found, ended and cleared away by connect-pg-simple', async () => {
    const Store = connectPgSimple(session);
    const pool = new Pool({ connectionString: postgres.databaseUrl });
    // Its connections end a moment after `end`, which may be when PostgreSQL stops.
    pool.on('error', () => undefined);
    const store = new Store({ pool, tableName: 'web_sessions', pruneSessionInterval: false });
    const cookie = new session.Cookie();
    cookie.maxAge = 60_000;
    const data: SessionData = { cookie };
    const get = () => promisify(store.get.bind(store))('one');
    await new Promise((resolve) => store.set('one', data, resolve));
    expect(await get()).toMatchObject({ cookie: { originalMaxAge: 60_000 } });
    await new Promise((resolve) => store.destroy('one', resolve));
    expect(await get()).toBeUndefined();
    await new Promise((resolve) => store.set('one', data, resolve));
    await postgres.tamper(`update web_sessions set expire = now() - interval '1 day'`);
    await new Promise((resolve) => store.pruneSessions(resolve));
    await postgres.tamper(`do $$ begin if exists (select from web_sessions)
      then raise 'not cleared away'; end if; end $$`);
    await pool.end();
  });
});
