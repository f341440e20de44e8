import type { Recorder } from '../../activities/ports';
import { openDatabase } from '../../register/database';
import { migrate } from '../../register/migrate';
import { openRegister, type Register } from '../../register/register';
import { createSeal } from '../../temporal/seal';
import { buildEntries, buildStand } from '../support/build-entries';
import { query, startTestPostgres, type TestPostgres } from '../support/postgres';
import { testSeal } from '../support/test-seal';
import { until } from '../support/until';

const secret = Buffer.alloc(32, 8).toString('base64');
let postgres: TestPostgres;
let register: Register;
let recorder: Recorder;

beforeAll(async () => {
  postgres = await startTestPostgres();
});
beforeEach(async () => {
  await postgres.empty();
  register = openRegister(postgres.databaseUrl, testSeal);
  recorder = register.recorder;
});
afterEach(() => register.close());
afterAll(() => postgres.stop());

describe('the state of an incident', () => {
  const stand = (state: unknown) => ({ ...buildStand(), state });

  it('is given back as the last append left it', async () => {
    await register.recorder.append('SI-2026-A', buildEntries(2), stand({ step: 'first' }));
    await register.recorder.append('SI-2026-A', buildEntries(1, 3), stand({ step: 'second' }));
    const kept = await register.queries.state('SI-2026-A');
    expect(kept).toMatchObject({ state: { step: 'second' }, number: 3 });
    expect(await register.queries.state('SI-2026-B')).toBeNull();
  });

  it('is read by holders of the key alone', async () => {
    await register.recorder.append('SI-2026-A', buildEntries(1), stand('what happened'));
    const db = openDatabase(postgres.databaseUrl, null);
    const rows = await db.selectFrom('entries').select('body').execute();
    await db.destroy();
    const bodies = rows.map(({ body }) => body.toString()).join();
    expect(bodies).toContain('"sealedState":"test:');
    expect(bodies).not.toContain('what happened');
    const other = openRegister(postgres.databaseUrl, createSeal([{ id: 'other', secret }]));
    await expect(other.queries.state('SI-2026-A')).rejects.toThrow('No payload key named "test"');
    await other.close();
  });

  it('does not open under another reference', () => {
    const sealed = testSeal.close('what happened', 'SI-2026-A');
    expect(testSeal.open(sealed, 'SI-2026-A')).toBe('what happened');
    expect(() => testSeal.open(sealed, 'SI-2026-B')).toThrow();
  });
});

describe('the recorder', () => {
  it('gives back what it was given, by number', async () => {
    await recorder.append('SI-2026-A', buildEntries(2));
    await recorder.append('SI-2026-B', buildEntries(1));
    await register.recorder.append('SI-2026-A', buildEntries(1, 3), buildStand());
    expect(await recorder.read('SI-2026-A')).toEqual(buildEntries(3));
    expect(await recorder.read('SI-2026-C')).toEqual([]);
  });

  it('keeps what comes twice, or half anew, once', async () => {
    await recorder.append('SI-2026-A', buildEntries(2));
    await recorder.append('SI-2026-A', buildEntries(2));
    await register.recorder.append('SI-2026-A', buildEntries(3), buildStand());
    await register.recorder.append('SI-2026-A', buildEntries(3));
    await recorder.append('SI-2026-A', []);
    expect(await recorder.read('SI-2026-A')).toEqual(buildEntries(3));
    expect(await register.verify()).toEqual({ ok: true, entries: 3, accesses: 0 });
  });

  it('refuses another entry under a number that is taken, and keeps nothing of that append', async () => {
    await recorder.append('SI-2026-A', buildEntries(2));
    const other = buildEntries(3).map((entry) => ({ ...entry, by: 'officer-2' }));
    await expect(recorder.append('SI-2026-A', other)).rejects.toThrow('another entry 1 of SI-2026');
    expect(await recorder.read('SI-2026-A')).toEqual(buildEntries(2));
  });

  it('keeps one chain, and each entry once, when many append at once', async () => {
    const cases = Array.from({ length: 12 }, (_, index) => `SI-2026-${index}`);
    const elsewhere = openRegister(postgres.databaseUrl, testSeal);
    await Promise.all(
      cases.flatMap((reference) =>
        [recorder, elsewhere.recorder, recorder].map(async (one) => {
          for (let from = 1; from < 20; from += 5) {
            await one.append(reference, buildEntries(5, from));
          }
        }),
      ),
    );
    await elsewhere.close();
    expect(await register.verify()).toEqual({ ok: true, entries: 240, accesses: 0 });
    expect(await recorder.read('SI-2026-7')).toEqual(buildEntries(20));
  });

  it('answers again after the database ended its connections', async () => {
    await recorder.append('SI-2026-A', buildEntries(1));
    await postgres.tamper(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'notifiable_app'`,
    );
    const isKept = () => recorder.append('SI-2026-A', buildEntries(1, 2)).then(() => true);
    await until(() => isKept().catch(() => false));
    expect(await recorder.read('SI-2026-A')).toEqual(buildEntries(2));
  });
});

describe('refusals and reads', () => {
  it('are numbered by the register, and found by case', async () => {
    const refusal = { who: 'officer-1', what: 'done', reference: 'SI-2026-A', refused: 'No.' };
    await register.appendAccess(refusal);
    await register.appendAccess({ who: 'manager-1', what: 'list', reference: null });
    await register.appendAccess({ who: 'manager-1', what: 'show', reference: 'SI-2026-A' });
    const all = { reference: 'SI-2026-A', limit: 50, before: null };
    const { accesses } = await register.queries.accesses(all);
    expect(accesses).toMatchObject([
      { number: 1, ...refusal, at: expect.stringMatching(/Z$/) },
      { number: 3, who: 'manager-1', what: 'show' },
    ]);
    expect(await register.verify()).toEqual({ ok: true, entries: 0, accesses: 3 });
  });

  it('keep one chain when many come at once', async () => {
    const read = { who: 'manager-1', what: 'show', reference: 'SI-2026-A' };
    await Promise.all(Array.from({ length: 40 }, () => register.appendAccess(read)));
    expect(await register.verify()).toEqual({ ok: true, entries: 0, accesses: 40 });
  });
});

describe('the database itself', () => {
  const changes = ['entries', 'accesses'].flatMap((table) => [
    `update ${table} set sequence = sequence where false`,
    `delete from ${table}`,
    `truncate ${table}`,
  ]);
  test.each(changes)('refuses the application: %s', async (change) => {
    await expect(query(postgres.databaseUrl, change)).rejects.toThrow(/permission denied/);
  });
  test.each(changes)('refuses the owner too: %s', async (change) => {
    await expect(query(postgres.ownerUrl, change)).rejects.toThrow(/The register only grows/);
  });
  test.each([
    'alter table entries disable trigger only_grows',
    'drop table entries',
    'create table more ()',
    'set role notifiable_owner',
  ])('refuses the application: %s', async (change) => {
    await expect(query(postgres.databaseUrl, change)).rejects.toThrow(/must be owner|denied/);
  });

  it('is asked as the application even where the login owns the tables', async () => {
    await postgres.tamper('grant notifiable_app to notifiable_owner');
    const owners = openRegister(postgres.ownerUrl, testSeal);
    await owners.recorder.append('SI-2026-A', buildEntries(1));
    expect(await owners.verify()).toMatchObject({ ok: true, entries: 1 });
    await owners.close();
  });

  it('is brought up to date once', async () => {
    expect(await migrate(postgres.ownerUrl)).toEqual([]);
  });
});
