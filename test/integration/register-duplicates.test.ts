import type { NewIncident } from '../../client/answers';
import { londonDateOf } from '../../domain/calendar';
import { openRegister, type Register } from '../../register/register';
import { payloadKeys } from '../../temporal/payload-keys';
import { createSeal } from '../../temporal/seal';
import { installLog } from '../../workers/log';
import { casesWith } from '../support/cases-with';
import {
  doneAt,
  incidentOf,
  incidentOfNow,
  refusalOf,
  secondsBefore,
  valueOf,
} from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { testSeal } from '../support/test-seal';
import { until } from '../support/until';

let rig: RegisterRig;
let register: Register;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRegisterRig();
  ({ register } = rig);
  await rig.work();
});
afterAll(() => rig.stop());

const now = () => new Date().toISOString();
const by = 'officer-1';
const handIn = (report: unknown, more: Partial<NewIncident> = {}) =>
  rig.cases.start({ report, reference: null, by, ...more });

/** Returns once the register shows it. */
async function start(report: unknown, more: Partial<NewIncident> = {}) {
  const { reference } = valueOf(await handIn(report, more));
  await until(async () => (await register.queries.find(reference, now())) !== null);
  return reference;
}

const ofCase = (localCaseId: string | null, more: Record<string, unknown> = {}) =>
  incidentOfNow(more, { localCaseId });
const there = { place: 'elsewhere-in-england', incidentArea: 'E06000002' };
const daysAgo = (days: number) => londonDateOf(secondsBefore(now(), days * 86_400));
const textsOf = async (reference: string, kind: string) =>
  valueOf(await rig.cases.history(reference))
    .filter((entry) => entry.kind === kind)
    .map((entry) => `${entry.by}: ${entry.text}`);

describe('a report that looks like an incident that is here already', () => {
  const sameCase = 'a child with the same local case id';
  const sameDay = 'the same date and area';

  it.each([
    ['the same local case id', () => [ofCase('C-1'), ofCase(' c-1')], sameCase],
    ['the same date, here', () => [on(2), on(2)], sameDay],
    ['the same date and other area', () => [on(3, there), on(3, there)], sameDay],
    [
      'both',
      () => [ofCase('C-2', { occurredOn: daysAgo(4) }), ofCase('C-2', { occurredOn: daysAgo(4) })],
      `${sameCase}, ${sameDay}`,
    ],
  ])('is refused: %s', async (_, reports, why) => {
    const [one, other] = reports();
    const reference = await start(one);
    const said = refusalOf(await handIn(other));
    expect(said).toMatch(/^Nothing was started: this looks like /);
    expect(said).toContain(`${reference} (${why}; the authority became aware on `);
    expect(said).not.toMatch(/c-\d/i);
  });

  it.each([
    ['another case', () => [ofCase('C-3'), ofCase('C-4')]],
    ['no case and no date', () => [ofCase(null), ofCase(null)]],
    ['the same date elsewhere', () => [on(5), on(5, there)]],
    ['the same date abroad', () => [on(6), on(6, { place: 'outside-england' })]],
  ])('is not one with %s', async (_, reports) => {
    const [one, other] = reports();
    await start(one);
    expect(valueOf(await handIn(other))).toMatchObject({ already: false, notCompared: null });
  });

  it('is started with a reason; the history says who gave it about which', async () => {
    const one = await start(ofCase('C-5'));
    const two = await start(ofCase('C-5'), { notADuplicate: 'a second event' });
    const three = await start(ofCase('C-5'), { notADuplicate: 'a third event' });
    const [line, ...more] = await textsOf(three, 'not-a-duplicate');
    expect(line).toMatch(/^officer-1: This is not a duplicate: a third event\. It looks like /);
    expect(line).toContain(`${one} (${sameCase}`);
    expect(line).toContain(`${two} (${sameCase}`);
    expect(more).toEqual([]);
    expect(await textsOf(one, 'not-a-duplicate')).toEqual([]);
  });

  it('is refused with a reason that says nothing', async () => {
    const said = refusalOf(await handIn(ofCase('C-6'), { notADuplicate: ' ' }));
    expect(said).toBe('--not-a-duplicate This is no reason');
  });

  it('is refused where the other is closed, or withdrawn, which it says', async () => {
    const reference = await start(ofCase('C-7'));
    valueOf(await rig.cases.act(reference, { name: 'withdraw', reason: 'a mistake' }, { by }));
    const yes = { name: 'approve', proposal: 'p1' } as const;
    valueOf(await rig.cases.act(reference, yes, { by: 'manager-1' }));
    await until(async () => (await statusOf(reference)) === 'withdrawn');
    expect(refusalOf(await handIn(ofCase('C-7')))).toMatch(`${reference} (${sameCase}; `);
    expect(refusalOf(await handIn(ofCase('C-7')))).toContain(', since withdrawn)');

    const closed = await start(ofCase('C-8'));
    const open = incidentOf(await rig.cases.inspect(closed)).duties.map(({ task }) => task);
    valueOf(await rig.cases.act(closed, doneAt(open, now()), { by }));
    await until(async () => (await statusOf(closed)) === 'closed');
    expect(refusalOf(await handIn(ofCase('C-8')))).toContain(closed);
  });

  it('is compared with what the other says now', async () => {
    const reference = await start(ofCase('C-9'));
    const patch = { children: [{ ref: 'A', localCaseId: 'C-10' }] };
    const amend = { name: 'amend', patch, correction: true, reason: 'mistyped' } as const;
    valueOf(await rig.cases.act(reference, amend, { by }));
    await until(async () => !(await handIn(ofCase('C-10'))).ok);
    valueOf(await handIn(ofCase('C-9')));
  });

  it('is no duplicate of itself, and a used reference is refused as such', async () => {
    const reference = 'SI-2026-SAME';
    const report = ofCase('C-11');
    await start(report, { reference });
    expect(valueOf(await handIn(report, { reference })).already).toBe(true);
    await start(ofCase('C-11'), { notADuplicate: 'another event' });
    expect(valueOf(await handIn(report, { reference })).already).toBe(true);
    const another = { ...report, summary: 'other words' };
    expect(refusalOf(await handIn(another, { reference }))).toMatch(/belongs to another report/);
  });

  const on = (days: number, more: Record<string, unknown> = {}) =>
    ofCase(null, { occurredOn: daysAgo(days), ...more });
  const statusOf = async (reference: string) =>
    (await register.queries.find(reference, now()))?.record.status;
});

describe('what is kept to compare with', () => {
  it('is of no use without the key', async () => {
    await start(ofCase('C-12'));
    const likeness = { localCaseIds: ['C-12'], occurredOn: null, place: null, area: null };
    expect(await register.queries.duplicates(likeness, ['incident'])).toHaveLength(1);
    const withoutKey = openRegister(rig.postgres.databaseUrl, testSeal);
    expect(await withoutKey.queries.duplicates(likeness, ['incident'])).toEqual([]);
    const after = { now: now(), filter: { all: true }, limit: 1_000, after: null };
    expect(JSON.stringify(await register.queries.records(after))).not.toContain('C-12');
    await withoutKey.close();
  });

  it('serves on when the key is another and the old one is kept', async () => {
    const [old] = payloadKeys(rig.settings);
    const [next] = [{ id: 'next', secret: Buffer.alloc(32, 9).toString('base64') }];
    if (!old) throw new Error('No key');
    await start(ofCase('C-13'));
    const later = openRegister(rig.postgres.databaseUrl, createSeal([next, old]));
    const likeness = { localCaseIds: ['C-13'], occurredOn: null, place: null, area: null };
    expect(await later.queries.duplicates(likeness, ['incident'])).toHaveLength(1);
    await later.close();
  });
});

describe('with the register down or absent', () => {
  const down = openRegister('postgres://nobody@127.0.0.1:1/none', testSeal);
  afterAll(() => down.close());

  it.each([
    ['the register does not answer', 'C-14', down],
    ['no database is configured', 'C-15', null],
  ])('an incident starts; answer and history say: %s', async (why, localCaseId, none) => {
    await start(ofCase(localCaseId));
    const cases = casesWith(rig, { register: none });
    const wanted = { report: ofCase(localCaseId), reference: null, by };
    const { reference, notCompared } = valueOf(await cases.start(wanted));
    expect(notCompared).toBe(`Likely duplicates could not be looked for: ${why}.`);
    await until(async () => (await register.queries.find(reference, now())) !== null);
    expect(await textsOf(reference, 'not-compared')).toEqual([
      `notifiable: ${notCompared} Whether it was handed in before must be looked up by hand.`,
    ]);
  });
});
