import { workflowIdOf } from '../../temporal/names';
import { checkSweep } from '../../bin/doctor-sweep';
import { sweepHere } from '../../bin/sweep';
import { lastSweep, sweepNow } from '../../client/sweeps';
import { englandAndWales } from '../../domain/bank-holidays';
import { findingText, type Swept } from '../../domain/sweep-findings';
import type { Register } from '../../register/register';
import { installLog } from '../../workers/log';
import { startWorker, type RunningWorker } from '../../workers/worker';
import { wire } from '../../workers/wiring';
import { incidentOf, incidentOfNow, secondsBefore, valueOf } from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { runCommand } from '../support/run-command';
import { until } from '../support/until';
import { bundledOnce } from '../support/workflow-bundle';

let register: Register;
let rig: RegisterRig;
let workers: RunningWorker[];

async function work(calendar = englandAndWales): Promise<RunningWorker> {
  const { ports, close } = wire(rig.settings, () => undefined);
  const wiring = { ports: { ...ports, calendar }, close };
  const worker = await startWorker(rig.settings, wiring, bundledOnce);
  workers.push(worker);
  return worker;
}

async function end(worker: RunningWorker): Promise<void> {
  worker.stop();
  await worker.ended;
}

const schedule = () => rig.client.schedule.getHandle('sweep');
const handleOf = (reference: string) => rig.client.workflow.getHandle(workflowIdOf(reference));
const sweep = () => sweepNow(rig.client, rig.settings);
const textsOf = ({ findings }: Swept) => findings.map(findingText);
const count = async (reference: string) => (await register.recorder.read(reference)).length;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRegisterRig();
  ({ register } = rig);
  workers = [];
  await work();
  await schedule().pause('what a test asks for is to find what there is to find');
});
afterEach(async () => {
  await rig.postgres.empty();
  const query = "WorkflowType = 'incident' AND ExecutionStatus = 'Running'";
  for await (const { workflowId } of rig.client.workflow.list({ query })) {
    await rig.client.workflow
      .getHandle(workflowId)
      .terminate()
      .catch(() => undefined);
  }
});
afterAll(async () => {
  await Promise.all(workers.map(end));
  await rig.stop();
});

/** An incident that stands in the register with its first messages sent. */
async function start(): Promise<string> {
  const report = incidentOfNow();
  const { reference } = valueOf(
    await rig.cases.start({ report, reference: null, by: 'officer-1' }),
  );
  const isQuiet = async () => {
    const record = await handleOf(reference).query<{ outbox: unknown[]; unrecorded: unknown[] }>(
      'inspect',
    );
    return record.outbox.length === 0 && record.unrecorded.length === 0;
  };
  incidentOf(await rig.cases.inspect(reference));
  await until(isQuiet);
  return reference;
}

describe('the sweep', () => {
  it('finds nothing where all fits', async () => {
    const reference = await start();
    await until(async () => (await count(reference)) > 0);
    expect(await sweep()).toMatchObject({ compared: 1, counts: {}, forAPerson: 0 });
  });

  it('starts an incident again that Temporal lost, with its dates, once, without a gap', async () => {
    const reference = await start();
    const before = incidentOf(await rig.cases.inspect(reference));
    const lines = await register.recorder.read(reference);
    await handleOf(reference).terminate('a lost database');
    expect(textsOf(await sweep())).toEqual([
      `${reference} is open in the register, but Temporal does not run it: it was started again.`,
    ]);
    expect(incidentOf(await rig.cases.inspect(reference))).toEqual(before);
    const { runId } = await handleOf(reference).describe();
    expect(await sweep()).toMatchObject({ counts: {} });
    expect((await handleOf(reference).describe()).runId).toBe(runId);

    const [reminder] = before.duties.flatMap(({ ladder }) => ladder.map(({ at }) => at)).toSorted();
    await rig.skipTo(reference, secondsBefore(reminder ?? '', -60));
    await until(async () => (await count(reference)) > lines.length);
    const after = await register.recorder.read(reference);
    expect(after.slice(0, lines.length)).toEqual(lines);
    expect(after.map(({ number }) => number)).toEqual(after.map((_, index) => index + 1));
    expect(after.slice(lines.length).filter(({ at }) => at < (reminder ?? ''))).toEqual([]);
    expect(await register.verify()).toMatchObject({ ok: true });
  });

  it('says that a person must put back lines that the register lost', async () => {
    const reference = await start();
    await rig.postgres.empty();
    const swept = await sweep();
    expect(textsOf(swept)).toEqual([
      `${reference} has handed over lines that the register no longer has: put back a copy of the database.`,
    ]);
    expect(swept.forAPerson).toBe(1);
  });

  it('says that Temporal knows less than the register', async () => {
    const reference = await start();
    const lines = await register.recorder.read(reference);
    const last = lines.at(-1);
    if (!last) throw new Error('No lines');
    await register.recorder.append(reference, [{ ...last, number: last.number + 1 }]);
    expect(textsOf(await sweep())).toEqual([
      `${reference} knows less than the register: Temporal was put back to an earlier copy.`,
    ]);
  });

  it('re-dates open tasks when a bank holiday was announced, and says so in the history', async () => {
    const reference = await start();
    const dueOn = async () => incidentOf(await rig.cases.inspect(reference)).duties[0]?.dueOn ?? '';
    const before = await dueOn();
    const holidays = { ...englandAndWales.holidays, [before]: 'A day of mourning' };
    await Promise.all(workers.splice(0).map(end));
    const worker = await work({ ...englandAndWales, version: 'with-a-day-of-mourning', holidays });
    expect(textsOf(await sweep())).toEqual([
      `${reference} has dates by another calendar of bank holidays: it was woken.`,
    ]);
    expect((await dueOn()) > before).toBe(true);
    const moved = valueOf(await rig.cases.history(reference)).filter(
      ({ kind }) => kind === 'moved',
    );
    expect(moved[0]).toMatchObject({
      by: 'notifiable',
      text: expect.stringMatching(/with-a-day-of-mourning replaced england-and-wales/),
    });
    expect(await sweep()).toMatchObject({ counts: {} });
    await end(worker);
    await work();
  });
});

describe('the Schedule of the sweep', () => {
  it('is there once, however many workers start, and stays paused where somebody paused it', async () => {
    await work();
    const schedules = [];
    for await (const one of rig.client.schedule.list()) schedules.push(one.scheduleId);
    expect(schedules).toEqual(['sweep']);
    expect((await schedule().describe()).state.paused).toBe(true);
  });

  it('sweeps, and the register’s head leaves it once a day, whoever starts the sweep', async () => {
    await schedule().trigger();
    const started = async () => (await schedule().describe()).info.recentActions[0];
    await until(async () => (await started()) !== undefined);
    const id = (await started())?.action.workflow.workflowId ?? '';
    const swept = (await rig.client.workflow.getHandle(id).result()) as Swept;
    expect(swept).toMatchObject({ counts: {}, head: { problem: null } });
    await until(async () => (await lastSweep(rig.client))?.at === swept.at);
    expect((await sweep()).head).toEqual(swept.head);
  });
});

describe('notifiable', () => {
  const notifiable = (...args: string[]) => runCommand(args, { env: rig.env, sweep: sweepHere });

  it('sweep: ends with 0 where all was mended, and with 1 where a person is needed', async () => {
    const reference = await start();
    await handleOf(reference).terminate('a lost database');
    expect(await notifiable('sweep')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/1 findings?, of which 0 need a person[^]*started again/),
    });
    await rig.postgres.empty();
    const { status, out } = await notifiable('sweep', '--json');
    expect([status, JSON.parse(out)]).toMatchObject([
      1,
      { counts: { 'lines-lost': 1 }, findings: [{ reference, kind: 'lines-lost' }] },
    ]);
  });

  it('doctor: says what the last sweep found', async () => {
    const reference = await start();
    await rig.postgres.empty();
    const { at } = await sweep();
    // Temporal's list of what has ended lags a moment behind.
    await until(async () => (await lastSweep(rig.client))?.at === at);
    const check = await checkSweep(rig.client);
    expect(check).toMatchObject({ stands: 'bad', says: expect.stringContaining(reference) });
  });
});
