import type { Wish } from '../../client/answers';
import { workflowIdOf } from '../../temporal/names';
import { installLog } from '../../workers/log';
import {
  doneAt,
  incidentOf,
  incidentOfNow,
  refusalOf,
  secondsBefore,
  valueOf,
} from '../support/outcomes';
import { startRig, type Rig } from '../support/rig';
import { until } from '../support/until';

let rig: Rig;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRig();
  await rig.work();
});
afterAll(() => rig.stop());

const now = () => new Date().toISOString();

async function start(report: unknown = incidentOfNow(), reference: string | null = null) {
  return valueOf(await rig.cases.start({ report, reference, by: 'officer-1' })).reference;
}

const refused = async (reference: string, wish: Wish, by = 'officer-1') =>
  refusalOf(await rig.cases.act(reference, wish, { by }));

const eventsOf = async (reference: string) => {
  const handle = rig.client.workflow.getHandle(workflowIdOf(reference));
  return (await handle.fetchHistory()).events?.length ?? 0;
};

/** Everybody was told, it is recorded, and nothing more is under way. */
async function isSettled(reference: string): Promise<boolean> {
  const lines = await rig.recorder.read(reference);
  const told = lines.filter(({ kind }) => kind === 'told');
  const mails = rig.sink.mails.filter(({ subject }) => subject.includes(reference));
  const { raw } = await rig.client.workflow.getHandle(workflowIdOf(reference)).describe();
  const isIdle = !raw.pendingActivities?.length && !raw.pendingWorkflowTask;
  return isIdle && mails.length > 0 && told.length === mails.length;
}

const acknowledge = (...tasks: string[]): Wish => ({ name: 'acknowledge', tasks });
const change: Wish = {
  name: 'changeAnswer',
  child: 'A',
  criterion: 'death-with-abuse-or-neglect',
  answer: 'not-met',
  reason: 'looked into',
};

describe('an action on an open record', () => {
  const inAnHour = () => secondsBefore(now(), -3_600);
  const yesterday = () => secondsBefore(now(), 86_400);

  it.each<[string, () => Wish, string, RegExp]>([
    [
      'an unknown task',
      () => acknowledge('ofsted'),
      'officer-1',
      /no task “ofsted” here\. Its open/,
    ],
    ['an unknown person', () => acknowledge('panel'), 'nobody', /--by Nobody in the authority/],
    ['a role that may not', () => change, 'officer-1', /may not do this\. It takes .* manager/],
    ['a moment to come', () => doneAt(['panel'], inAnHour()), 'officer-1', /in the future/],
    [
      'a moment before awareness',
      () => doneAt(['panel'], yesterday()),
      'officer-1',
      /before the authority/,
    ],
    [
      'no reference for the Panel',
      () => ({ ...doneAt(['panel'], now()), reference: null }),
      'officer-1',
      /--reference/,
    ],
    [
      'a task handed to nobody',
      () => ({ name: 'reassign', task: 'panel', to: 'x' }),
      'officer-1',
      /--to Nobody/,
    ],
    [
      'an unknown proposal',
      () => ({ name: 'approve', proposal: 'p9' }),
      'manager-1',
      /no proposal “p9”/,
    ],
    ['a child that is not there', () => ({ ...change, child: 'B' }), 'manager-1', /no child “B”/],
    [
      'a criterion that is not there',
      () => ({ ...change, criterion: 'x' }),
      'manager-1',
      /no criterion/,
    ],
    ['an empty reason', () => ({ name: 'withdraw', reason: ' ' }), 'officer-1', /^reason /],
    [
      'opening what is open',
      () => ({ name: 'reopen', reason: 'x' }),
      'manager-1',
      /nothing to reopen/,
    ],
    [
      'a correction without its reason',
      () => ({ name: 'amend', patch: {}, correction: true, reason: null }),
      'officer-1',
      /--reason/,
    ],
    [
      'a decision against a criterion that is met',
      () => ({
        name: 'decideNotToNotify',
        reason: 'x',
        views: [],
        dissent: null,
        lookAgainOn: null,
      }),
      'manager-1',
      /A criterion is met/,
    ],
  ])('is refused for %s, in a sentence', async (_, wish, by, sentence) => {
    const reference = await start();
    await rig.cases.inspect(reference);
    expect(await refused(reference, wish(), by)).toMatch(sentence);
  });

  it('that is refused leaves no trace in the record or in the workflow’s history', async () => {
    const reference = await start();
    valueOf(await rig.cases.act(reference, acknowledge('panel'), { by: 'officer-1' }));
    await until(() => isSettled(reference));
    // In this order: the workflow answers once the task that recorded the line is over.
    const traces = async () => [
      valueOf(await rig.cases.history(reference)),
      await eventsOf(reference),
    ];
    const before = await traces();
    for (const wish of [acknowledge('panel'), doneAt(['panel'], secondsBefore(now(), -60))]) {
      await refused(reference, wish);
    }
    await refused(reference, change);
    expect(await traces()).toEqual(before);
  });

  it('by whoever proposed it is no second person’s yes', async () => {
    const reference = await start();
    valueOf(
      await rig.cases.act(reference, { name: 'withdraw', reason: 'twice' }, { by: 'manager-1' }),
    );
    const yes: Wish = { name: 'approve', proposal: 'p1' };
    expect(await refused(reference, yes, 'manager-1')).toMatch(/a second person must approve it/);
    expect(await refused(reference, yes, 'officer-1')).toMatch(/may not do this/);
    expect(await refused(reference, { name: 'withdraw', reason: 'again' })).toMatch(/waits/);
    valueOf(await rig.cases.act(reference, yes, { by: 'director-1' }));
    expect(await refused(reference, yes, 'director-1')).toMatch(/already approved/);
    expect(await refused(reference, acknowledge('panel'))).toMatch(/has ended/);
    expect(await refused(reference, { name: 'withdraw', reason: 'x' })).toMatch(/withdrawn/);
  });
});

describe('an unknown reference', () => {
  it.each<[string, () => Promise<string>]>([
    ['act', () => refused('SI-2026-NONE', acknowledge('panel'))],
    ['inspect', async () => refusalOf(await rig.cases.inspect('SI-2026-NONE'))],
    ['history', async () => refusalOf(await rig.cases.history('SI-2026-NONE'))],
  ])('is refused by %s', async (_, ask) => {
    expect(await ask()).toMatch(/no incident under the reference “SI-2026-NONE”/);
  });
});

describe('starting', () => {
  it('the same report under the same reference is one incident, open or closed', async () => {
    const report = incidentOfNow();
    const reference = await start(report, 'SI-2026-SAME');
    const again = { report: { ...report }, reference, by: 'manager-1' };
    expect(valueOf(await rig.cases.start(again))).toMatchObject({ reference, already: true });
    const tasks = incidentOf(await rig.cases.inspect(reference)).duties.map(({ task }) => task);
    valueOf(await rig.cases.act(reference, doneAt(tasks, now()), { by: 'officer-1' }));
    expect(valueOf(await rig.cases.start(again))).toMatchObject({ reference, already: true });
    const reopen: Wish = { name: 'reopen', reason: 'new facts' };
    valueOf(await rig.cases.act(reference, reopen, { by: 'manager-1' }));
    expect(valueOf(await rig.cases.start(again))).toMatchObject({ reference, already: true });
    const numbers = valueOf(await rig.cases.history(reference)).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('another report under a used reference is refused', async () => {
    await start(incidentOfNow(), 'SI-2026-USED');
    const report = incidentOfNow({ place: 'outside-england' });
    const another = { report, reference: 'SI-2026-USED', by: 'officer-1' };
    expect(refusalOf(await rig.cases.start(another))).toMatch(/belongs to another report/);
  });

  it('of one report at the same moment from two sides is one incident', async () => {
    const report = incidentOfNow();
    const wanted = { report, reference: 'SI-2026-BOTH', by: 'officer-1' };
    const both = await Promise.all([rig.cases.start(wanted), rig.cases.start(wanted)]);
    expect(both.map((one) => valueOf(one).already).toSorted()).toEqual([false, true]);
  });

  it.each<[string, unknown, string | null, string, RegExp]>([
    ['a report with mistakes', { children: [] }, null, 'officer-1', /becameAwareAt .*children/],
    ['a name as reference', incidentOfNow(), 'a name', 'officer-1', /no usable reference/],
    ['an unknown person', incidentOfNow(), null, 'nobody', /--by Nobody/],
  ])('%s starts nothing', async (_, report, reference, by, sentence) => {
    const before = await rig.client.workflow.count();
    expect(refusalOf(await rig.cases.start({ report, reference, by }))).toMatch(sentence);
    expect(await rig.client.workflow.count()).toEqual(before);
  });
});
