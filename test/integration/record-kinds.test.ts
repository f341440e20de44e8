import { join } from 'node:path';
import { exportPack } from '../../bin/pack';
import { openCases } from '../../bin/open-cases';
import { sweepNow } from '../../client/sweeps';
import { findingText } from '../../domain/sweep-findings';
import { verifyPack } from '../../pack/verify';
import { openDatabase } from '../../register/database';
import { dumpProjections } from '../../register/rebuild';
import type { Register } from '../../register/register';
import { payloadKeys } from '../../temporal/payload-keys';
import { workflowIdOf } from '../../temporal/names';
import { installLog } from '../../workers/log';
import { buildListQuery } from '../support/build-list';
import { buildReferral } from '../support/drive-referral';
import { doneAt, secondsBefore, valueOf } from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { runCommand } from '../support/run-command';
import { until } from '../support/until';

const officer = 'officer-1';
const now = () => new Date().toISOString();
let rig: RegisterRig;
let register: Register;
let incident: string;
let referral: string;
let review: string;

/** A referral, its incident, and the rapid review of that, all in the register. */
beforeAll(async () => {
  installLog('fatal');
  rig = await startRegisterRig();
  ({ register } = rig);
  await rig.work();
  await rig.client.schedule.getHandle('sweep').pause('what a test asks for is to find it');
  const received = { receivedAt: secondsBefore(now(), 60), occurredOn: null };
  const form = buildReferral(received, { abuseOrNeglect: 'suspected' });
  referral = valueOf(await rig.cases.refer({ form, reference: null, by: null })).reference;
  const given = { becameAwareAt: null, reason: null, by: officer };
  incident = valueOf(await rig.cases.startFromReferral(referral, given)).reference;
  review = incident.replace('SI-', 'RR-');
  valueOf(await rig.cases.act(incident, doneAt(['panel'], now()), { by: officer }));
  await until(async () => (await rig.cases.inspect(review)).ok);
  for (const reference of all()) await until(() => isQuiet(reference));
});
afterAll(() => rig.stop());

const all = () => [incident, referral, review];
const handleOf = (reference: string) => rig.client.workflow.getHandle(workflowIdOf(reference));

/** Nothing of it waits to be recorded or sent. */
async function isQuiet(reference: string): Promise<boolean> {
  const record = await handleOf(reference).query<{ outbox: unknown[]; unrecorded: unknown[] }>(
    'inspect',
  );
  return record.outbox.length === 0 && record.unrecorded.length === 0;
}

const notifiable = (...args: string[]) => {
  const env = { ...rig.env, NOTIFIABLE_PAYLOAD_KEY: payloadKeys(rig.settings)[0]?.secret ?? '' };
  return runCommand(args, {
    ...{ env, now, exportPack, verifyPack },
    openCases: (settings, by) => openCases(settings, { by, warn: () => undefined }),
  });
};

describe('a register with records of every kind', () => {
  it('lists them all, and each kind for itself', async () => {
    const listed = async (kind?: 'incident' | 'referral' | 'review') =>
      valueOf(await rig.cases.list(buildListQuery({ ...(kind && { kind }) }))).records.map(
        ({ reference }) => reference,
      );
    expect((await listed()).toSorted()).toEqual(all().toSorted());
    expect(await listed('incident')).toEqual([incident]);
    expect(await listed('referral')).toEqual([referral]);
    expect(await listed('review')).toEqual([review]);
    const { out } = await notifiable('list', '--kind', 'review', '--json');
    expect(JSON.parse(out)).toMatchObject({
      ...{ incidents: [], referrals: [], reviews: [{ kind: 'review', reference: review }] },
    });
  });

  it('counts incidents alone in its figures', async () => {
    const { status, out } = await notifiable(
      'figures',
      '--from',
      '2026-01-01',
      '--to',
      '2027-12-31',
      '--json',
    );
    expect(status).toBe(0);
    const { incidents, unreadable } = JSON.parse(out) as {
      incidents: { reference: string }[];
      unreadable: string[];
    };
    expect([incidents.map(({ reference }) => reference), unreadable]).toEqual([[incident], []]);
  });

  it('is whole, and its lists are made anew to the byte', async () => {
    const db = openDatabase(rig.postgres.databaseUrl, null);
    const before = await dumpProjections(db);
    for (const reference of all()) expect(before).toContain(`"reference":"${reference}"`);
    await register.rebuild();
    expect(await dumpProjections(db)).toBe(before);
    expect(await register.verify()).toMatchObject({ ok: true });
    await db.destroy();
  });

  it.each([
    ['a referral', () => referral],
    ['a review', () => review],
  ])('hands out the pack of %s, which is checked without a server', async (_, which) => {
    const folder = join(rig.folder, which());
    const exported = await notifiable('export', which(), '--out', folder, '--by', 'manager-1');
    expect(exported).toMatchObject({ status: 0, err: '' });
    expect(await runCommand(['verify', folder], { verifyPack })).toMatchObject({ status: 0 });
  });

  it('mends a referral and a review that Temporal lost', async () => {
    const before = await Promise.all(all().map((reference) => rig.cases.inspect(reference)));
    await handleOf(referral).terminate('a lost database');
    await handleOf(review).terminate('a lost database');
    const swept = await sweepNow(rig.client, rig.settings);
    expect(swept.findings.map(findingText).toSorted()).toEqual(
      [referral, review].map(
        (reference) =>
          `${reference} is open in the register, but Temporal does not run it: it was started again.`,
      ),
    );
    expect(await Promise.all(all().map((reference) => rig.cases.inspect(reference)))).toEqual(
      before,
    );
    const reviews = valueOf(await rig.cases.history(incident)).filter(
      ({ kind }) => kind === 'review',
    );
    expect(reviews).toHaveLength(2);
    expect(await sweepNow(rig.client, rig.settings)).toMatchObject({ counts: {} });
  });

  it('shows each, with its history, while Temporal is gone', async () => {
    const read = () =>
      Promise.all(
        all().map(async (reference) => {
          const [view, history] = [rig.cases.inspect(reference), rig.cases.history(reference)];
          return { view: await view, history: await history };
        }),
      );
    for (const reference of all()) await until(() => isQuiet(reference));
    const before = await read();
    await rig.server.stop();
    const asOf = expect.objectContaining({ why: 'no-answer' });
    expect(await read()).toEqual(
      before.map(({ view, history }) => ({
        view: { ...view, asOf },
        history: { ...history, asOf },
      })),
    );
  });
});
