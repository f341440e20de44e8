import type { Wish } from '../../client/answers';
import { createRuns } from '../../client/runs';
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

async function start(report = incidentOfNow()) {
  const started = await rig.cases.start({ report, reference: null, by: 'officer-1' });
  return valueOf(started).reference;
}

const inspect = async (reference: string) => incidentOf(await rig.cases.inspect(reference));

const act = async (reference: string, wish: Wish, by = 'officer-1') =>
  valueOf(await rig.cases.act(reference, wish, { by }));

const kindsOf = async (reference: string) =>
  valueOf(await rig.cases.history(reference)).map(({ kind }) => kind);

const now = () => new Date().toISOString();

async function finish(reference: string) {
  const { duties } = await inspect(reference);
  const open = duties.filter(({ evidence }) => evidence === null);
  await act(
    reference,
    doneAt(
      open.map(({ task }) => task),
      now(),
    ),
  );
}

async function waitingProposal(reference: string): Promise<string> {
  const { proposals } = await inspect(reference);
  return proposals.find(({ state }) => state === 'waiting')?.id ?? '';
}

const amend = (patch: Record<string, unknown>): Wish => ({
  name: 'amend',
  patch,
  correction: false,
  reason: null,
});

const withdraw: Wish = { name: 'withdraw', reason: 'handed in twice' };
const reopen: Wish = { name: 'reopen', reason: 'new facts came in' };
const seen: Wish = { name: 'confirm', task: 'reopened', reason: 'looked into' };

describe('amending', () => {
  it('gives a recipient that is added half-way its own clock and its own message', async () => {
    const reference = await start();
    const [panel] = (await inspect(reference)).duties;
    await rig.skipTo(reference, secondsBefore(panel?.ladder[1]?.at ?? '', -60));
    await act(reference, amend({ otherAreas: ['E06000002'] }));

    const { duties } = await inspect(reference);
    expect(duties.map(({ task }) => task)).toContain('area:E06000002');
    expect(duties.find(({ task }) => task === 'panel')?.dueAt).toBe(panel?.dueAt);
    await rig.skipTo(reference, secondsBefore(panel?.dueAt ?? '', 3_600));
    expect(rig.sink.mails.map(({ to }) => to)).toContain('next@next.example');
  });

  it('starts the clocks when facts that were not yet known are known', async () => {
    const reference = await start(incidentOfNow({}, { abuseOrNeglect: 'not-yet-known' }));
    const before = await inspect(reference);
    expect([before.decision, before.duties.length]).toEqual(['not-yet-known', 0]);
    expect(before.tasks.map(({ kind }) => kind)).toEqual(['decide']);

    const knownAt = { abuseOrNeglect: secondsBefore(now(), 5) };
    await act(reference, amend({ children: [{ ref: 'A', abuseOrNeglect: 'suspected', knownAt }] }));
    const after = await inspect(reference);
    expect(after.decision).toBe('notify');
    expect(after.duties.map(({ task }) => task)).toContain('panel');
  });

  it('lists the problems of a patch that cannot be used, and changes nothing', async () => {
    const reference = await start();
    const patch = { children: [{ ref: 'A', harm: 'gone' }], extra: 1 };
    const refused = await rig.cases.act(reference, amend(patch), { by: 'officer-1' });
    expect(refused.ok ? [] : refused.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['extra', 'children[0].harm']),
    );
    expect(await kindsOf(reference)).not.toContain('amended');
  });
});

describe('a second person', () => {
  it('must approve a changed answer before any task ends', async () => {
    const reference = await start();
    const change = {
      name: 'changeAnswer',
      child: 'A',
      criterion: 'death-with-abuse-or-neglect',
      answer: 'not-met',
      reason: 'the post-mortem found a natural cause',
    } as const;
    await act(reference, change, 'manager-1');
    const proposal = await waitingProposal(reference);
    expect((await inspect(reference)).duties.map(({ state }) => state)).not.toContain('cancelled');

    const own = await rig.cases.act(reference, { name: 'approve', proposal }, { by: 'manager-1' });
    expect(refusalOf(own)).toContain('a second person must approve it');
    await act(reference, { name: 'approve', proposal }, 'manager-2');
    const { duties, decision } = await inspect(reference);
    expect(decision).toBe('no-criterion-met');
    expect(new Set(duties.map(({ state }) => state))).toEqual(new Set(['cancelled']));
  });

  it('ends an incident before anybody was told; its timers end with it', async () => {
    const reference = await start();
    await act(reference, withdraw);
    const proposal = await waitingProposal(reference);
    await act(reference, { name: 'approve', proposal }, 'manager-1');

    expect((await inspect(reference)).status).toBe('withdrawn');
    const kinds = await kindsOf(reference);
    expect(kinds.filter((kind) => kind === 'withdrawn')).toHaveLength(1);
    const handle = rig.client.workflow.getHandle(workflowIdOf(reference));
    await until(async () => (await handle.describe()).status.name === 'COMPLETED');
  });

  it('leaves a withdrawal task for everybody who was told already', async () => {
    const reference = await start();
    await act(reference, doneAt(['panel'], now()));
    await act(reference, withdraw);
    const proposal = await waitingProposal(reference);
    await act(reference, { name: 'approve', proposal }, 'manager-1');

    const { tasks } = await inspect(reference);
    const withdrawals = tasks.filter(({ kind }) => kind === 'withdraw');
    expect(withdrawals.map(({ task, state }) => [task, state])).toEqual([
      ['withdraw:panel', 'open'],
    ]);
    await act(reference, doneAt(['withdraw:panel', 'end-review'], now()));
    const handle = rig.client.workflow.getHandle(workflowIdOf(reference));
    await until(async () => (await handle.describe()).status.name === 'COMPLETED');
  });
});

describe('a closed record', () => {
  it('is opened again by the action itself and goes on where it was', async () => {
    const reference = await start();
    await finish(reference);
    const before = await kindsOf(reference);
    expect(before).toContain('closed');

    await act(reference, reopen, 'manager-1');
    const { status, tasks } = await inspect(reference);
    expect([status, tasks.map(({ kind }) => kind)]).toEqual(['open', ['reopened']]);
    const after = valueOf(await rig.cases.history(reference));
    expect(after.map(({ kind }) => kind).slice(0, before.length)).toEqual(before);
    expect(after.map(({ number }) => number)).toEqual(after.map((_, index) => index + 1));
    await act(reference, seen, 'manager-1');
    expect((await inspect(reference)).status).toBe('closed');
  });

  it('takes a correction without being reopened first, and asks that they be told', async () => {
    const reference = await start();
    await finish(reference);
    const correction = { name: 'amend', correction: true, reason: 'typed wrongly' } as const;
    const patch = { children: [{ ref: 'A', bornOn: '2013-03-04' }] };
    await act(reference, { ...correction, patch });

    const { status, tasks } = await inspect(reference);
    expect(status).toBe('open');
    expect(tasks.map(({ task }) => task)).toContain('correct:panel');
  });

  it('answers the sweep, which may have been the one to wake it, with how it ended', async () => {
    const reference = await start();
    await finish(reference);
    const handle = rig.client.workflow.getHandle(workflowIdOf(reference));
    await until(async () => (await handle.describe()).status.name === 'COMPLETED');
    const { state } = await createRuns(rig.client, true).ask(reference);
    expect(state).toMatchObject({ reference, status: 'closed' });
  });

  it('refuses what makes no sense there, and stays closed', async () => {
    const reference = await start();
    await finish(reference);
    const again = await rig.cases.act(reference, doneAt(['panel'], now()), { by: 'officer-1' });
    expect(refusalOf(again)).toContain('panel is already done');
    const handle = rig.client.workflow.getHandle(workflowIdOf(reference));
    await until(async () => (await handle.describe()).status.name === 'COMPLETED');
  });
});

describe('the same action sent twice', () => {
  const sendTwice = async (reference: string, wish: Wish, by: string) => {
    const who = { by, actionId: `action-of-${by}` };
    const first = await rig.cases.act(reference, wish, who);
    const second = await rig.cases.act(reference, wish, who);
    return { first: valueOf(first), second: valueOf(second) };
  };

  it('is one action with one answer on an open record', async () => {
    const reference = await start();
    const { first, second } = await sendTwice(
      reference,
      { name: 'acknowledge', tasks: ['panel'] },
      'officer-1',
    );
    expect(second).toEqual(first);
    expect((await kindsOf(reference)).filter((kind) => kind === 'acknowledged')).toHaveLength(1);
  });

  it('is one action with one answer where it closed the record', async () => {
    const reference = await start();
    const { duties } = await inspect(reference);
    const all = doneAt(
      duties.map(({ task }) => task),
      now(),
    );
    const { first, second } = await sendTwice(reference, all, 'officer-1');
    expect(second).toEqual(first);
    expect((await kindsOf(reference)).filter((kind) => kind === 'closed')).toHaveLength(1);
  });

  it('is one action with one answer where it opened a closed record', async () => {
    const reference = await start();
    await finish(reference);
    const { first, second } = await sendTwice(reference, reopen, 'manager-1');
    expect(second).toEqual(first);
    expect((await kindsOf(reference)).filter((kind) => kind === 'reopened')).toHaveLength(1);
  });

  it('has the answer of its own run still after the record was opened and closed again', async () => {
    const reference = await start();
    const acknowledge: Wish = { name: 'acknowledge', tasks: ['panel'] };
    const { first } = await sendTwice(reference, acknowledge, 'officer-1');
    await finish(reference);
    await act(reference, reopen, 'manager-1');
    await act(reference, seen, 'manager-1');
    const { second } = await sendTwice(reference, acknowledge, 'officer-1');
    expect(second).toEqual(first);
  });
});

describe('the trace of a waiting record', () => {
  it('names the place where it waits, and is only as deep as that needs', async () => {
    const handle = rig.client.workflow.getHandle(workflowIdOf(await start()));
    const traces = (await handle.query<string>('__stack_trace')).split('\n\n');
    const calls = traces.map((trace) => trace.split('\n').length);
    expect(traces.join()).toContain('workflows/keep-record.ts');
    expect(Math.max(...calls)).toBeLessThanOrEqual(4);
  });
});

describe('what stands around the notification', () => {
  it('is recorded by the running incident, and read again', async () => {
    const reference = await start();
    const view = { partner: 'police', view: 'disagrees', reason: 'no neglect' } as const;
    const without = { view: 'without', reason: 'nobody was reached' } as const;
    await act(reference, { name: 'giveView', ...view });
    await act(reference, { name: 'signOff', ...without });
    await act(reference, { name: 'noteAlongside', item: 'police', standing: 'done', note: null });
    const { around } = await inspect(reference);
    expect(around).toMatchObject({ views: [view], signOff: without });
    expect(around.alongside.filter(({ noted }) => noted)).toMatchObject([{ item: 'police' }]);
    expect(await kindsOf(reference)).toEqual(
      expect.arrayContaining(['viewed', 'signed-off', 'noted']),
    );
  });

  it('refuses the view of nobody who is a safeguarding partner', async () => {
    const reference = await start();
    const wish = { name: 'giveView', partner: 'weather', view: 'agrees', reason: 'x' } as const;
    expect(await rig.cases.act(reference, wish, { by: 'officer-1' })).toMatchObject({
      ok: false,
      problems: [{ path: 'partner', remedy: 'Give one of: local-authority, icb, police' }],
    });
  });
});
