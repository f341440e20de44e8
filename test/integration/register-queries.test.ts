import { rebuildProjections } from '../../bin/database';
import type { Entry, EntryData } from '../../domain/record/entry';
import { summarise } from '../../domain/summary';
import { type Database, openDatabase } from '../../register/database';
import type { Filter } from '../../register/filter';
import { dumpProjections } from '../../register/rebuild';
import { openRegister, type Register } from '../../register/register';
import { buildEntries, buildStand, buildTask } from '../support/build-entries';
import { buildDelivery, buildTries } from '../support/build-delivery';
import { buildIncident } from '../support/build-incident';
import { DrivenCase, manager, officer } from '../support/drive-case';
import { startTestPostgres, type TestPostgres } from '../support/postgres';
import { runCommand } from '../support/run-command';
import { testKey, testSeal } from '../support/test-seal';

let postgres: TestPostgres;
let register: Register;
let db: Database;

const now = '2026-11-10T12:00:00.000Z';
const due = (day: number) => ({
  dueOn: `2026-11-${day}`,
  dueAt: `2026-11-${day}T23:59:59.999Z`,
});

beforeAll(async () => {
  postgres = await startTestPostgres();
  register = openRegister(postgres.databaseUrl, testSeal);
  db = openDatabase(postgres.databaseUrl, null);
});
beforeEach(() => postgres.empty());
afterAll(async () => {
  await db.destroy();
  await register.close();
  await postgres.stop();
});

/** A is late, B is not yet, C has no date, D is closed. */
async function fill(): Promise<void> {
  const police = { task: 'partner:police', recipient: 'partner:police' } as const;
  const put = (letter: string, ...given: Parameters<typeof buildStand>) =>
    register.recorder.append(`SI-2026-${letter}`, buildEntries(1), buildStand(...given));
  await put('B', [
    buildTask({ ...due(12), owner: 'officer-1' }),
    buildTask({ ...police, ...due(13) }),
  ]);
  await put('C', [buildTask({ dueOn: null, dueAt: null, criteria: ['care-leaver-death'] })]);
  await put('A', [
    buildTask({ ...due(9), state: 'acknowledged' }),
    buildTask({ ...police, ...due(20), state: 'done', doneAt: '2026-11-05T09:00:00.000Z' }),
  ]);
  await put('D', [buildTask({ ...due(11), state: 'cancelled' })], { status: 'closed' });
}

describe('lists', () => {
  beforeEach(fill);

  const addressed = [{ kind: 'notify', strength: 'must' }] as const;
  const filters: readonly [Filter, string, string][] = [
    [{}, 'A B C', 'A/panel B/panel B/partner:police C/panel'],
    [{ all: true }, 'A B C D', 'A/panel D/panel B/panel B/partner:police A/partner:police C/panel'],
    [{ state: 'late' }, 'A', 'A/panel'],
    [{ state: 'open' }, 'B C', 'B/panel B/partner:police C/panel'],
    [{ state: 'acknowledged' }, '', ''],
    [{ state: 'done', all: true }, 'A', 'A/partner:police'],
    [{ state: 'cancelled', all: true }, 'D', 'D/panel'],
    [
      { status: 'closed', all: true },
      'D',
      'A/panel D/panel B/panel B/partner:police A/partner:police C/panel',
    ],
    [{ reference: 'SI-2026-B' }, 'B', 'A/panel B/panel B/partner:police C/panel'],
    [{ taskOwner: { id: 'officer-1', addressed: [] } }, 'B', 'B/panel'],
    [{ taskOwner: { id: 'officer-2', addressed: [] } }, '', ''],
    [{ taskOwner: { id: 'officer-2', addressed } }, 'A B C', 'A/panel B/partner:police C/panel'],
    [{ recipient: 'partner:police' }, 'B', 'B/partner:police'],
    [{ recipient: 'partner:police', all: true }, 'A B', 'B/partner:police A/partner:police'],
    [{ criterion: 'care-leaver-death' }, 'C', 'C/panel'],
    [{ dueBefore: '2026-11-13T00:00:00.000Z' }, 'A B', 'A/panel B/panel'],
    [{ state: 'late', recipient: 'partner:police' }, '', ''],
  ];
  test.each(filters)('%j: incidents %s, tasks %s', async (filter, incidents, tasks) => {
    const request = { now, filter, limit: 50, after: null };
    const listed = await register.queries.records(request);
    const ofTasks = await register.queries.tasks(request);
    expect(listed.rows.map(({ reference }) => reference.slice(8)).join(' ')).toBe(incidents);
    expect(ofTasks.rows.map((row) => `${row.reference.slice(8)}/${row.task}`).join(' ')).toBe(
      tasks,
    );
  });

  it('find by state exactly what is shown in that state', async () => {
    const states = ['open', 'acknowledged', 'done', 'cancelled'] as const;
    const dues = [null, '2026-11-09T23:59:59.999Z', now, '2026-11-12T23:59:59.999Z'];
    const tasks = states.flatMap((state) =>
      dues.flatMap((dueAt) => {
        const doneAt = state === 'done' ? '2026-11-10T09:00:00.000Z' : null;
        return buildTask({ task: `${state} ${dueAt}`, state, dueAt, doneAt });
      }),
    );
    await register.recorder.append('SI-2026-S', buildEntries(1), buildStand(tasks));
    const request = { now, limit: 50, after: null };
    const all = await register.queries.tasks({ ...request, filter: { all: true } });
    const found = ['open', 'acknowledged', 'late', 'done', 'done-late', 'cancelled'] as const;
    for (const state of found) {
      const { rows } = await register.queries.tasks({ ...request, filter: { state, all: true } });
      expect(rows).not.toEqual([]);
      expect(rows).toEqual(all.rows.filter((row) => row.state === state));
    }
  });

  it('say what is late at the moment of asking, with nothing written in between', async () => {
    const lateAt = async (at: string) => {
      const request = { now: at, filter: {}, limit: 50, after: null };
      const { rows } = await register.queries.tasks(request);
      return rows
        .filter(({ state }) => state === 'late')
        .map((row) => `${row.reference} ${row.task}`);
    };
    expect(await lateAt('2026-11-09T23:59:59.999Z')).toEqual([]);
    expect(await lateAt('2026-11-10T00:00:00.000Z')).toEqual(['SI-2026-A panel']);
    expect(await lateAt('2026-11-13T09:00:00.000Z')).toHaveLength(2);
  });

  it('give each incident those of its tasks that were asked for', async () => {
    const filter = { recipient: 'partner:police', all: true } as const;
    const { rows } = await register.queries.records({ now, filter, limit: 50, after: null });
    const tasks = rows.map((row) => row.tasks.map(({ task, state }) => [task, state]));
    expect(tasks).toEqual([[['partner:police', 'done']], [['partner:police', 'open']]]);
  });

  it.each([1, 2, 3])('give every row once over pages of %i', async (limit) => {
    for (const list of [register.queries.records, register.queries.tasks]) {
      const request = { now, filter: { all: true }, limit: 50, after: null };
      const whole = (await list(request)).rows;
      const paged: unknown[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({ ...request, limit, after });
        paged.push(...page.rows);
        after = page.next;
      } while (after !== null);
      expect(paged).toEqual(whole);
    }
  });

  it.each([
    { limit: 0, after: null },
    { limit: 10, after: 'x' },
    { limit: 10, after: Buffer.from('["soon","A"]').toString('base64url') },
  ])('refuse a page that cannot be: %j', async (page) => {
    await expect(register.queries.records({ now, filter: {}, ...page })).rejects.toThrow(
      RangeError,
    );
  });

  it('count for a dashboard', async () => {
    const none = { late: 0, targetMissed: 0, atRisk: 0 };
    const ofsted = { recipient: 'ofsted', strength: 'should' } as const;
    const targets = [buildTask({ ...ofsted, ...due(9) }), buildTask({ ...ofsted, ...due(12) })];
    await register.recorder.append('SI-2026-T', buildEntries(1), buildStand(targets));
    const review = buildStand([], { kind: 'review' });
    await register.recorder.append('RR-2026-T', buildEntries(1), review);
    expect(await register.queries.counts(now, '2026-11-13T00:00:00.000Z')).toEqual({
      open: { incident: 4, review: 1 },
      tasks: { unfinished: 6, unacknowledged: 4, late: 1, targetMissed: 1, atRisk: 1 },
      byRecipient: [
        { ...none, recipient: 'ofsted', unfinished: 2, unacknowledged: 1, targetMissed: 1 },
        { ...none, recipient: 'panel', unfinished: 3, unacknowledged: 2, late: 1, atRisk: 1 },
        { ...none, recipient: 'partner:police', unfinished: 1, unacknowledged: 1 },
      ],
    });
  });
});

describe('what must be running', () => {
  const standing = async (at: string, limit = 10) => {
    const rows = [];
    for (let after = ''; ; after = rows.at(-1)?.reference ?? '') {
      const page = await register.queries.standing({ now: at, after, limit });
      rows.push(...page);
      if (page.length < limit) return rows;
    }
  };
  const dueAt = '2026-11-09T23:59:59.999Z';
  const late = (task: string, number: number): Entry[] =>
    buildEntries(1, number).map((entry) => ({
      ...entry,
      at: dueAt,
      kind: 'late',
      tasks: [task],
      data: { rung: { kind: 'late', to: ['manager'] } },
    }));

  it.each([1, 2, 10])(
    'is what is open or has tasks to be done, over pages of %i',
    async (limit) => {
      await fill();
      const withdrawn = buildStand([buildTask(due(30))], { status: 'withdrawn' });
      await register.recorder.append('SI-2026-E', buildEntries(1), withdrawn);
      const references = (await standing(now, limit)).map(({ reference }) => reference);
      expect(references).toEqual(['A', 'B', 'C', 'E'].map((letter) => `SI-2026-${letter}`));
    },
  );

  it('says which due date passed without a late line, until there is one', async () => {
    await fill();
    const missed = async (at = now) =>
      (await standing(at)).filter(({ missedAt }) => missedAt !== null);
    expect(await missed(dueAt)).toEqual([]);
    expect(await missed()).toEqual([{ reference: 'SI-2026-A', missedAt: dueAt }]);
    await register.recorder.append('SI-2026-A', late('another', 2));
    expect(await missed()).toHaveLength(1);
    await register.recorder.append('SI-2026-A', late('panel', 3));
    expect(await missed()).toEqual([]);
  });

  it('counts the lines of each history', async () => {
    await fill();
    await register.recorder.append('SI-2026-A', late('panel', 2));
    const lines = await register.queries.lines(['SI-2026-A', 'SI-2026-B', 'SI-2026-NONE']);
    expect(Object.fromEntries(lines)).toEqual({ 'SI-2026-A': 2, 'SI-2026-B': 1 });
    expect((await register.queries.lines([])).size).toBe(0);
  });
});

describe('one case', () => {
  const lastAt = '2026-12-23T11:30:00.250Z';
  const tries = buildTries({ count: 7, lastAt, ambiguous: true });
  const withData = (number: number, data: EntryData): Entry[] =>
    buildEntries(1, number).map((entry) => ({ ...entry, tasks: ['panel'], data }));

  it('shows the ledger of its messages: what was meant, and what became of it', async () => {
    const data: EntryData[] = [
      { rung: { kind: 'task', to: ['notifying-officer', 'deputy'] } },
      { delivery: buildDelivery({ to: 'deputy-1' }) },
      { delivery: buildDelivery({ outcome: 'waiting', tries: buildTries({ count: 3 }) }) },
      { delivery: buildDelivery({ outcome: 'accepted', detail: null, tries }) },
    ];
    const entries = data.flatMap((one, index) => withData(index + 1, one));
    await register.recorder.append('SI-2026-A', entries, buildStand());
    const ledger = (await register.queries.find('SI-2026-A', now))?.messages;
    const messageId = '<SI-2026-7K3F_12.officer-1@notifiable>';
    const [firstTriedAt, lastTriedAt] = [tries.firstAt, tries.lastAt];
    expect(ledger).toMatchObject([
      { number: 1, outcome: 'intended', addressees: ['notifying-officer', 'deputy'], attempts: 0 },
      { number: 2, outcome: 'refused', addressees: ['deputy-1'], detail: '550 unknown' },
      { number: 3, outcome: 'waiting', messageId, attempts: 3, ambiguous: false },
      { number: 4, outcome: 'accepted', messageId, attempts: 7, ambiguous: true },
    ]);
    expect(ledger?.[0]).toMatchObject({ messageId: null, firstTriedAt: null, lastTriedAt: null });
    expect(ledger?.[3]).toMatchObject({ firstTriedAt, lastTriedAt, detail: null });
    expect(await register.queries.find('SI-2026-B', now)).toBeNull();
  });

  it('never goes back to an older summary', async () => {
    await register.recorder.append('SI-2026-A', buildEntries(1, 5), buildStand([]));
    await register.recorder.append('SI-2026-A', buildEntries(2), buildStand());
    expect(await register.queries.find('SI-2026-A', now)).toMatchObject({ tasks: [] });
  });
});

describe('rebuilding', () => {
  /** What a real case leaves, a few entries an append. */
  async function record(reference: string, extra: number): Promise<void> {
    const driven = new DrivenCase(buildIncident(), '2026-12-22T18:00:00.000Z');
    const append = async () => {
      const { state, entries } = driven;
      await register.recorder.append(reference, entries, { summary: summarise(state), state });
    };
    await append();
    driven.act('acknowledge', officer, { tasks: ['panel'] });
    driven.told({}).told({ outcome: 'waiting', tries: buildTries({ count: 3, ambiguous: true }) });
    await append();
    driven.until('2027-01-05T12:00:00.000Z');
    await append();
    if (extra > 0) driven.act('withdraw', manager, { reason: 'Entered twice' });
    await append();
  }

  it('leaves every projection the same, to the byte', async () => {
    await fill();
    await record('SI-2026-E', 0);
    await record('SI-2026-F', 1);
    const before = await dumpProjections(db);
    expect(before).toContain('"reference":"SI-2026-F","number":');
    expect(before).toContain('"attempts":3');
    await register.rebuild();
    expect(await dumpProjections(db)).toBe(before);
  });

  it('makes projections anew that were spoiled', async () => {
    await fill();
    const before = await dumpProjections(db);
    await postgres.tamper(`delete from tasks; update records set status = 'closed'`);
    expect(await dumpProjections(db)).not.toBe(before);
    const env = { DATABASE_URL: postgres.databaseUrl, NOTIFIABLE_PAYLOAD_KEY: testKey };
    const ran = await runCommand(['rebuild', '--json'], { env, rebuild: rebuildProjections });
    expect([ran.status, ran.out]).toEqual([0, '{\n  "entries": 4\n}\n']);
    expect(await dumpProjections(db)).toBe(before);
  });

  it('loses nothing of what is appended meanwhile', async () => {
    await fill();
    const appends = Array.from({ length: 20 }, (_, index) =>
      register.recorder.append(`SI-2026-${index}`, buildEntries(3), buildStand()),
    );
    await Promise.all([...appends, register.rebuild(), register.rebuild()]);
    const before = await dumpProjections(db);
    await register.rebuild();
    expect(await dumpProjections(db)).toBe(before);
    expect(await register.verify()).toMatchObject({ ok: true, entries: 64 });
  });
});
