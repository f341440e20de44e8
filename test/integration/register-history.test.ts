import type { Register } from '../../register/register';
import { workflowIdOf } from '../../temporal/names';
import { startWorker, type RunningWorker } from '../../workers/worker';
import { wire } from '../../workers/wiring';
import type { incident } from '../../workflows/incident';
import { doneAt, incidentOf, incidentOfNow, valueOf } from '../support/outcomes';
import { startRegisterRig, type RegisterRig } from '../support/register-rig';
import { until } from '../support/until';
import { bundledOnce } from '../support/workflow-bundle';

let register: Register;
let rig: RegisterRig;
let worker: RunningWorker;

beforeAll(async () => {
  rig = await startRegisterRig();
  ({ register } = rig);
  worker = await startWorker(
    rig.settings,
    wire(rig.settings, () => undefined),
    bundledOnce,
  );
});

afterAll(async () => {
  worker.stop();
  await worker.ended;
  await rig.stop();
});

test('a worker keeps the whole history of an incident in the register, and where it stands', async () => {
  const report = incidentOfNow();
  const { reference } = valueOf(
    await rig.cases.start({ report, reference: null, by: 'officer-1' }),
  );
  const open = incidentOf(await rig.cases.inspect(reference)).duties.map(({ task }) => task);
  const { queries, recorder } = register;
  const at = new Date().toISOString();
  const filter = { all: true };
  const listed = async () =>
    (await queries.records({ now: at, filter, limit: 10, after: null })).rows[0];
  await until(async () => (await listed())?.status === 'open');
  valueOf(await rig.cases.act(reference, doneAt(open, at), { by: 'officer-1' }));
  await until(async () => (await listed())?.status === 'closed');
  const { state } = await rig.client.workflow.result<typeof incident>(workflowIdOf(reference));
  const entries = await recorder.read(reference);
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.map(({ kind }) => kind)).toContain('closed');
  const { recordedAt } = entries.at(-1) ?? {};
  expect(await queries.state(reference)).toEqual({ state, number: entries.length, recordedAt });
  expect(await register.verify()).toMatchObject({ ok: true, entries: entries.length });
});
