import { WorkflowNotFoundError } from '@temporalio/client';
import { openCases } from '../../bin/open-cases';
import type { Wish } from '../../client/answers';
import { readSettings } from '../../settings';
import { workflowIdOf } from '../../temporal/names';
import type { Register } from '../../register/register';
import { installLog } from '../../workers/log';
import type { RunningWorker } from '../../workers/worker';
import {
  doneAt,
  incidentOf,
  incidentOfNow,
  refusalOf,
  secondsBefore,
  valueOf,
} from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { runCommand } from '../support/run-command';
import { until } from '../support/until';

/** A closed workflow is deleted once the server has noted that all else about it is done. */
const deletingSoon = [
  'history.transferProcessorUpdateAckInterval="100ms"',
  'history.visibilityProcessorUpdateAckInterval="100ms"',
];

let rig: RegisterRig;
let register: Register;
let worker: RunningWorker;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRegisterRig({ dynamicConfig: deletingSoon });
  ({ register } = rig);
  worker = await rig.work();
});
afterAll(() => rig.stop());

const inspect = async (reference: string) => incidentOf(await rig.cases.inspect(reference));
const historyOf = async (reference: string) => valueOf(await rig.cases.history(reference));
const act = async (reference: string, wish: Wish, by = 'officer-1') =>
  valueOf(await rig.cases.act(reference, wish, { by }));
const now = () => new Date().toISOString();
const handleOf = (reference: string) => rig.client.workflow.getHandle(workflowIdOf(reference));

async function start(report = incidentOfNow()) {
  const started = await rig.cases.start({ report, reference: null, by: 'officer-1' });
  return valueOf(started).reference;
}

/** Every open duty is done, the incident is closed and all of it recorded. */
async function close(reference: string) {
  const { duties } = await inspect(reference);
  const open = duties.filter(({ evidence }) => evidence === null).map(({ task }) => task);
  await act(reference, doneAt(open, now()));
  await handleOf(reference).result();
}

/** As after the namespace's retention, or after the loss of Temporal's database. */
async function forget(reference: string) {
  const { namespace } = rig.client.options;
  const workflowExecution = { workflowId: workflowIdOf(reference) };
  await rig.client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution });
  await until(async () => {
    const failure: unknown = await handleOf(reference)
      .describe()
      .catch((error: unknown) => error);
    return failure instanceof WorkflowNotFoundError;
  });
}

const isRecorded = (reference: string, kind: string) => async () =>
  (await register.recorder.read(reference)).some((entry) => entry.kind === kind);

async function expectWhole(reference: string) {
  const entries = await register.recorder.read(reference);
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
  expect(await register.verifyCase(reference)).toMatchObject({ ok: true });
  expect(await register.verify()).toMatchObject({ ok: true });
}

/** The command line over the real client, with settings that differ from the rig's. */
async function command(args: readonly string[], env: Record<string, string | undefined> = {}) {
  const settings = readSettings({ ...rig.env, ...env });
  const reader = { by: null, warn: () => undefined };
  return runCommand(args, { openCases: () => openCases(settings, reader) });
}

describe('a closed incident that Temporal has forgotten', () => {
  const reopen: Wish = { name: 'reopen', reason: 'new facts came in' };
  const amend = (patch: Record<string, unknown>, reason: string | null): Wish => ({
    ...{ name: 'amend', patch, correction: reason !== null, reason },
  });
  const child = (facts: Record<string, unknown>) => ({ children: [{ ref: 'A', ...facts }] });
  const learned = () => secondsBefore(now(), 2);

  async function startAndForget(report = incidentOfNow()) {
    const reference = await start(report);
    await close(reference);
    await forget(reference);
    return reference;
  }

  it('is shown whole, with its history, and without a warning', async () => {
    const reference = await start();
    await close(reference);
    const before = [await inspect(reference), await historyOf(reference)];
    await forget(reference);
    expect([await inspect(reference), await historyOf(reference)]).toEqual(before);
    const shown = await command(['show', reference]);
    expect(shown).toMatchObject({ status: 0, err: '' });
    expect(shown.out).toContain(`${reference}: closed`);
  });

  it('is reopened, and closes again', async () => {
    const reference = await startAndForget();
    await act(reference, reopen, 'manager-1');
    expect(await inspect(reference)).toMatchObject({ status: 'open' });
    const seen = { name: 'confirm', task: 'reopened', reason: 'looked into' } as const;
    await act(reference, seen, 'manager-1');
    await handleOf(reference).result();
    expect(await inspect(reference)).toMatchObject({ status: 'closed' });
    await expectWhole(reference);
  });

  it('takes a correction: those who were told the old fact are told anew', async () => {
    const reference = await startAndForget();
    const right = { lookedAfter: 'yes', knownAt: { lookedAfter: learned() } };
    await act(reference, amend(child(right), 'it was recorded wrongly'), 'officer-1');
    const { tasks } = await inspect(reference);
    expect(tasks.map(({ kind }) => kind)).toContain('correct');
    await until(isRecorded(reference, 'corrected'));
    await expectWhole(reference);
  });

  it('takes a death after harm: who was told hears of it', async () => {
    const reference = await startAndForget(incidentOfNow({}, { harm: 'seriously-harmed' }));
    await act(reference, amend(child({ harm: 'died', knownAt: { harm: learned() } }), null));
    const { status, tasks } = await inspect(reference);
    expect(status).toBe('open');
    expect(tasks.map(({ kind }) => kind)).toContain('correct');
    await until(isRecorded(reference, 'amended'));
    await expectWhole(reference);
  });

  it('is withdrawn, with a second person’s yes', async () => {
    const reference = await startAndForget();
    await act(reference, { name: 'withdraw', reason: 'handed in twice' });
    const [proposal] = (await inspect(reference)).proposals;
    await act(reference, { name: 'approve', proposal: proposal?.id ?? '' }, 'manager-2');
    expect(await inspect(reference)).toMatchObject({ status: 'withdrawn' });
    await until(isRecorded(reference, 'withdrawn'));
    await expectWhole(reference);
  });

  it('keeps its reference: the same report is the same incident, another is refused', async () => {
    const report = incidentOfNow();
    const wanted = { report, reference: 'SI-2026-USED', by: 'officer-1' };
    valueOf(await rig.cases.start(wanted));
    await close('SI-2026-USED');
    await forget('SI-2026-USED');
    expect(valueOf(await rig.cases.start(wanted))).toMatchObject({ already: true });
    const other = { ...wanted, report: incidentOfNow({ otherAreas: ['E06000002'] }) };
    expect(refusalOf(await rig.cases.start(other))).toContain('belongs to another report');
    await expect(handleOf('SI-2026-USED').describe()).rejects.toThrow(WorkflowNotFoundError);
  });
});

describe('an open incident that Temporal has lost', () => {
  it('says so, goes on with the next action by the same dates, and repeats no message', async () => {
    const reference = await start();
    const { duties } = await inspect(reference);
    const [panel] = duties;
    const [first, second] = panel?.ladder ?? [];
    await rig.skipTo(reference, secondsBefore(first?.at ?? '', -60));
    await until(async () => {
      const told = await historyOf(reference);
      return told.some(({ kind, at }) => kind === 'told' && at >= (first?.at ?? ''));
    });
    await until(async () => (await historyOf(reference)).length === (await recorded(reference)));
    await forget(reference);
    const offered = rig.offered.length;

    const lost = await command(['show', reference]);
    expect(lost.status).toBe(0);
    expect(lost.err).toMatch(/^Temporal knows nothing of this open incident: nobody is reminded/);

    await act(reference, { name: 'explain', task: 'panel', text: 'the server was lost' });
    const revived = await rig.cases.inspect(reference);
    expect(revived.asOf).toBeUndefined();
    expect(incidentOf(revived).duties.map(({ dueAt }) => dueAt)).toEqual(
      duties.map(({ dueAt }) => dueAt),
    );
    expect(rig.offered).toHaveLength(offered);
    await rig.skipTo(reference, secondsBefore(second?.at ?? '', -60));
    await until(async () =>
      (await historyOf(reference)).some(({ kind, at }) => kind === 'rung' && at === second?.at),
    );
    const rungs = (await historyOf(reference))
      .filter(({ kind }) => kind === 'rung')
      .map(({ at, tasks, text }) => `${at} ${tasks.join()} ${text}`);
    expect(new Set(rungs).size).toBe(rungs.length);
    await until(isRecorded(reference, 'explained'));
    await expectWhole(reference);
  });

  const recorded = async (reference: string) => (await register.recorder.read(reference)).length;
});

describe('with something down', () => {
  let reference: string;
  beforeAll(async () => {
    reference = await start();
    await until(isRecorded(reference, 'opened'));
  });

  it('the register: what Temporal knows is shown; a history would be a part, so there is none', async () => {
    const env = { DATABASE_URL: 'postgres://127.0.0.1:9/none' };
    expect(await command(['show', reference], env)).toMatchObject({ status: 0, err: '' });
    for (const args of [['history', reference] as const, ['show', 'SI-2026-NONE'] as const]) {
      const failed = await command(args, env);
      expect(failed).toMatchObject({ status: 3, out: '' });
      expect(failed.err).toMatch(/^The database does not answer\. Check DATABASE_URL/);
    }
  });

  it('the worker: what was last recorded is shown, and said to be that', async () => {
    worker.stop();
    await worker.ended;
    const { status, err, out } = await command(['show', reference, '--json']);
    expect([status, err]).toEqual([0, expect.stringContaining('as it was last recorded: after')]);
    expect(JSON.parse(out)).toMatchObject({ reference, asOf: { why: 'no-answer' } });
  });

  it('Temporal: show and history answer within seconds; what must be there says so', async () => {
    await rig.server.stop();
    const before = Date.now();
    for (const name of ['show', 'history']) {
      const ran = await command([name, reference]);
      expect(ran.status).toBe(0);
      expect(ran.err).toMatch(/^Temporal or its worker does not answer\. This is as it was last/);
      expect(await command([name, reference], { TEMPORAL_ADDRESS: undefined })).toEqual(ran);
    }
    expect(Date.now() - before).toBeLessThan(15_000);
    expect(await command(['show', 'SI-2026-NONE'])).toMatchObject({ status: 3, out: '' });
  });
});
