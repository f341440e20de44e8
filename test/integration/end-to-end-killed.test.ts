import type { Entry } from '../../domain/record/entry';
import { workflowIdOf } from '../../temporal/names';
import { doneAt, incidentOf, incidentOfNow, secondsBefore, valueOf } from '../support/outcomes';
import { startRig, type Rig } from '../support/rig';
import { killAndStartServer } from '../support/server-again';
import { startWorkerProcess, type WorkerProcess } from '../support/start-worker-process';
import { until } from '../support/until';

let rig: Rig;
let worker: WorkerProcess;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  rig = await startRig({ inMemory: false });
  worker = await startWorkerProcess(rig.env);
});
afterAll(async () => {
  await worker.kill();
  for (const stop of stops) await stop();
  await rig.stop();
});

const inspect = async (reference: string) => incidentOf(await rig.cases.inspect(reference));
const historyOf = async (reference: string) => valueOf(await rig.cases.history(reference));

/** An incident whose first rung is due in so many seconds, and all before it is told. */
async function startJustBeforeRung(seconds: number) {
  const report = incidentOfNow();
  const started = await rig.cases.start({ report, reference: null, by: 'officer-1' });
  const { reference } = valueOf(started);
  const { duties } = await inspect(reference);
  const rung = duties[0]?.ladder[0]?.at ?? '';
  await rig.skipTo(reference, secondsBefore(rung, seconds));
  return { reference, rung, tasks: duties.map(({ task }) => task) };
}

const reminders = (reference: string) =>
  rig.sink.mails
    .filter(({ subject }) => subject.includes(reference) && subject.includes('Reminder'))
    .map(({ to }) => to);

const firedAt = (entries: readonly Entry[], rung: string) =>
  entries.filter(({ kind, at }) => kind === 'rung' && at === rung);

async function finish(reference: string, tasks: string[]) {
  const done = doneAt(tasks, new Date().toISOString());
  valueOf(await rig.cases.act(reference, done, { by: 'officer-1' }));
  await rig.client.workflow.getHandle(workflowIdOf(reference)).result();
}

/** Told once, each line once and in order, nothing missing, closed. */
async function expectWhole(reference: string) {
  const mails = rig.sink.mails.filter(({ subject }) => subject.includes(reference));
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
  const history = await historyOf(reference);
  expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => index + 1));
  expect(history.filter(({ kind }) => kind === 'told')).toHaveLength(mails.length);
  // That its rapid review has begun may come after.
  expect(history.findLast(({ kind }) => kind !== 'review')?.kind).toBe('closed');
  expect((await inspect(reference)).status).toBe('closed');
  expect(await rig.recorder.read(reference)).toEqual(history);
}

const toldOf = (rung: string) => async (reference: string) =>
  (await historyOf(reference)).some(({ kind, at }) => kind === 'told' && at >= rung);

describe('kill -9 in the middle of a ladder', () => {
  it('of the worker: the timer that was due without it fires after the restart, once', async () => {
    const { reference, rung, tasks } = await startJustBeforeRung(2);
    await worker.kill();
    const handle = rig.client.workflow.getHandle(workflowIdOf(reference));
    await until(async () => {
      const { events } = await handle.fetchHistory();
      return events?.some((event) => event.timerFiredEventAttributes) ?? false;
    });
    expect(reminders(reference)).toEqual([]);

    worker = await startWorkerProcess(rig.env);
    await until(() => toldOf(rung)(reference));
    expect(firedAt(await historyOf(reference), rung)).toHaveLength(tasks.length);
    expect(reminders(reference).toSorted()).toEqual(
      ['manager-1', 'manager-2', 'officer-2'].map((id) => `${id}@council.example`),
    );
    await finish(reference, tasks);
    await expectWhole(reference);
  });

  it('of the server: it goes on from the same file, nothing lost and nothing twice', async () => {
    const { reference, rung, tasks } = await startJustBeforeRung(2);
    const acknowledge = { name: 'acknowledge', tasks: ['panel'] } as const;
    valueOf(await rig.cases.act(reference, acknowledge, { by: 'officer-1' }));
    const server = await killAndStartServer(rig);
    stops.push(() => server.stop());

    await until(() => toldOf(rung)(reference), 60_000);
    const { duties } = await inspect(reference);
    expect(duties.map(({ state }) => state)).toEqual(['acknowledged', 'open', 'open', 'open']);
    expect(firedAt(await historyOf(reference), rung)).toHaveLength(tasks.length - 1);
    expect(reminders(reference)).toHaveLength(3);
    await finish(reference, tasks);
    await expectWhole(reference);
  });
});
