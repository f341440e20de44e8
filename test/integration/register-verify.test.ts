import { NotAHead, parseHeads } from '../../register/head';
import { openRegister, type Register } from '../../register/register';
import { buildEntries, buildStand } from '../support/build-entries';
import { startTestPostgres, type TestPostgres } from '../support/postgres';
import { testSeal } from '../support/test-seal';

let postgres: TestPostgres;
let register: Register;

/** In the chain: 1 to 3 of A, 1 to 3 of B, 4 to 6 of A. */
async function fill(): Promise<void> {
  const { recorder } = register;
  await recorder.append('SI-2026-A', buildEntries(3), buildStand());
  const others = buildEntries(3).map((entry) => ({ ...entry, by: 'officer-2' }));
  await recorder.append('SI-2026-B', others, buildStand());
  await recorder.append('SI-2026-A', buildEntries(3, 4), buildStand());
  for (const what of ['show', 'export', 'refused', 'show']) {
    await register.appendAccess({ who: 'manager-1', what, reference: 'SI-2026-A' });
  }
}

const misfit = (chain: string, sequence: number | null, named: string | null, problem: RegExp) => {
  const [reference = null, number = null] = named?.split(' ') ?? [];
  const entry = { chain, sequence, reference, number: number && Number(number) };
  return { ok: false, misfit: { ...entry, problem: expect.stringMatching(problem) } };
};
const swap = (table: string, one: number, other: number) => `
  update ${table} set sequence = -1 where sequence = ${one};
  update ${table} set sequence = ${one} where sequence = ${other};
  update ${table} set sequence = ${other} where sequence = -1`;
const body = `convert_to(replace(convert_from(body, 'utf8'), 'Line 2', 'Line 9'), 'utf8')`;

beforeAll(async () => {
  postgres = await startTestPostgres();
  register = openRegister(postgres.databaseUrl, testSeal);
});
beforeEach(async () => {
  await postgres.empty();
  await fill();
});
afterAll(async () => {
  await register.close();
  await postgres.stop();
});

describe('verifying the register', () => {
  it('finds nothing wrong where nothing was touched', async () => {
    const head = await register.head();
    expect(await register.verify([head])).toEqual({ ok: true, entries: 9, accesses: 4 });
    expect(await register.verifyCase('SI-2026-A')).toMatchObject({ ok: true, entries: 6 });
  });

  test.each([
    [
      'edited text',
      `update entries set body = ${body} where sequence = 5`,
      5,
      'SI-2026-B 2',
      /conte/,
    ],
    [
      'an edited number',
      'update entries set number = 7 where sequence = 5',
      5,
      'SI-2026-B 7',
      /numb/,
    ],
    [
      'an edited time of recording',
      `update entries set recorded_at = recorded_at - interval '1 day' where sequence = 5`,
      ...([5, 'SI-2026-B 2', /its time/] as const),
    ],
    [
      'an edit with a hash to match',
      `update entries set body = ${body}, hash = sha256(previous_hash ||
         convert_to('["SI-2026-B",2]' || chr(10), 'utf8') || ${body}) where sequence = 5`,
      ...([5, 'SI-2026-B 2', /content/] as const),
    ],
    [
      'a deleted first entry',
      'delete from entries where sequence = 1',
      2,
      'SI-2026-A 2',
      /1 .*missing/,
    ],
    ['a deleted entry', 'delete from entries where sequence = 5', 6, 'SI-2026-B 3', /5 .*missing/],
    [
      'a deleted case',
      `delete from entries where reference = 'SI-2026-B'`,
      ...([7, 'SI-2026-A 4', /4 to 6 .*missing/] as const),
    ],
    [
      'a deleted entry and a closed gap',
      `delete from entries where sequence = 5;
       update entries set sequence = sequence - 1 where sequence = 6;
       update entries set sequence = sequence - 1 where sequence = 7;
       update entries set sequence = sequence - 1 where sequence = 8;
       update entries set sequence = sequence - 1 where sequence = 9`,
      ...([5, 'SI-2026-B 3', /does not follow/] as const),
    ],
    ['entries in another order', swap('entries', 2, 3), 2, 'SI-2026-A 3', /moved/],
    ['cases in another order', swap('entries', 3, 4), 3, 'SI-2026-B 1', /moved/],
    [
      'an entry given to another case',
      `update entries set reference = 'SI-2026-C' where sequence = 5`,
      ...([5, 'SI-2026-C 2', /case/] as const),
    ],
    [
      'contents swapped between cases',
      `update entries as one set body = other.body from entries as other
       where (one.sequence, other.sequence) in ((2, 5), (5, 2))`,
      ...([2, 'SI-2026-A 2', /content/] as const),
    ],
  ])('names the first entry that does not fit: %s', async (_, change, sequence, named, problem) => {
    await postgres.tamper(change);
    expect(await register.verify()).toEqual(misfit('register', sequence, named, problem));
  });

  test.each([
    [
      'an edit',
      `update entries set body = ${body} where sequence = 5`,
      5,
      'SI-2026-B 2',
      /content/,
    ],
    ['a deleted entry', 'delete from entries where sequence = 5', 6, 'SI-2026-B 3', /follow/],
    ['another order', swap('entries', 4, 5), 4, 'SI-2026-B 2', /follow/],
  ])('names it in one case too: %s', async (_, change, sequence, named, problem) => {
    await postgres.tamper(change);
    expect(await register.verifyCase('SI-2026-B')).toEqual(
      misfit('case', sequence, named, problem),
    );
    expect(await register.verifyCase('SI-2026-A')).toMatchObject({ ok: true });
  });

  test.each([
    ['an edited column', `update accesses set who = 'nobody' where sequence = 2`, 2, /content/],
    [
      'an edited body',
      `update accesses set who = 'b', body =
         convert_to(replace(convert_from(body, 'utf8'), 'manager-1', 'b'), 'utf8') where sequence = 2`,
      ...([2, /content/] as const),
    ],
    ['a deleted one', 'delete from accesses where sequence = 2', 3, /2 .*missing/],
    ['another order', swap('accesses', 2, 3), 2, /content/],
  ])('names a refusal or read that does not fit: %s', async (_, change, sequence, problem) => {
    await postgres.tamper(change);
    expect(await register.verify()).toEqual(misfit('accesses', sequence, 'SI-2026-A', problem));
  });

  test.each([
    ['an incident is gone', `delete from records where reference = 'SI-2026-B'`],
    [
      'one is shown as closed',
      `update records set status = 'closed' where reference = 'SI-2026-B'`,
    ],
    [
      'it stands as it did before',
      `update records set summary_number = 1 where reference = 'SI-2026-B'`,
    ],
    ['a task is shown as done', `update tasks set state = 'done' where reference = 'SI-2026-B'`],
    ['a task is gone', `delete from tasks where reference = 'SI-2026-B' and position = 0`],
    [
      'a message was made up',
      `insert into messages select 'SI-2026-B', 9, now(), 'accepted', null, '{}', '{}', '{}', null,
        null, 1, null, null, false`,
    ],
  ])('names whose lists are not what the entries say: %s', async (_what, tampering) => {
    await postgres.tamper(tampering);
    expect(await register.verify()).toEqual(misfit('lists', null, 'SI-2026-B', /rebuild/));
    await register.rebuild();
    expect(await register.verify()).toMatchObject({ ok: true });
  });

  it('says which case lacks a numbered entry', async () => {
    await register.recorder.append('SI-2026-A', buildEntries(1, 8));
    const problem = /^Of 8 numbered entries of this case, 1 never came in/;
    expect(await register.verify()).toEqual(misfit('case', 10, 'SI-2026-A 8', problem));
  });
});

describe('a head that was kept elsewhere', () => {
  const kept = async () => parseHeads(JSON.stringify(await register.head()));

  it('still fits after more was recorded', async () => {
    const head = await kept();
    await register.recorder.append('SI-2026-B', buildEntries(1, 4));
    expect(await register.verify(head)).toMatchObject({ ok: true, entries: 10 });
  });

  it('shows that the end was cut off, which the rest cannot', async () => {
    const head = await kept();
    await postgres.tamper('delete from entries where sequence > 7');
    await register.rebuild();
    expect(await register.verify()).toMatchObject({ ok: true, entries: 7 });
    expect(await register.verify(head)).toEqual(misfit('register', 8, null, /at 7, but had 9/));
  });

  it('shows that refusals and reads were cut off', async () => {
    const head = await kept();
    await postgres.tamper('delete from accesses where sequence > 3');
    expect(await register.verify(head)).toEqual(misfit('accesses', 4, null, /at 3, but had 4/));
  });

  it('shows that the whole register was written anew', async () => {
    const head = await kept();
    await postgres.empty();
    await register.recorder.append('SI-2026-A', buildEntries(20));
    expect(await register.verify()).toMatchObject({ ok: true });
    expect(await register.verify(head)).toEqual(
      misfit('register', 9, 'SI-2026-A 9', /written anew/),
    );
  });

  it('of every line shows a register that was written anew before the last head was kept', async () => {
    const [before] = await kept();
    await postgres.empty();
    await register.recorder.append('SI-2026-A', buildEntries(20));
    const text = [before, ...(await kept())].map((head) => JSON.stringify(head)).join('\n');
    expect(await register.verify(await kept())).toMatchObject({ ok: true });
    expect(await register.verify(parseHeads(text))).toEqual(
      misfit('register', 9, 'SI-2026-A 9', /written anew/),
    );
  });

  test.each(['', '{}', '{"count":1}', '[]', 'null', 'no\nheads'])(
    'is refused where it is none: %s',
    (text) => {
      expect(() => parseHeads(text)).toThrow(NotAHead);
    },
  );
});
