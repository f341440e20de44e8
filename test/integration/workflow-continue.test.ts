import type { Entry } from '../../domain/record/entry';
import { workflowIdOf } from '../../temporal/names';
import { installLog } from '../../workers/log';
import { doneAt, incidentOf, incidentOfNow, secondsBefore, valueOf } from '../support/outcomes';
import { startRig, type Rig } from '../support/rig';
import { until } from '../support/until';

let rig: Rig;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRig({ dynamicConfig: ['limit.historyCount.suggestContinueAsNew=25'] });
  await rig.work();
});
afterEach(() => {
  rig.recorder.isDown = false;
  rig.sink.refuse.clear();
});
afterAll(() => rig.stop());

async function start() {
  const report = incidentOfNow();
  return valueOf(await rig.cases.start({ report, reference: null, by: 'officer-1' })).reference;
}

const inspect = async (reference: string) => incidentOf(await rig.cases.inspect(reference));
const historyOf = async (reference: string) => valueOf(await rig.cases.history(reference));
const numbersOf = (entries: readonly Entry[]) => entries.map(({ number }) => number);

const runIdOf = async (reference: string) =>
  (await rig.client.workflow.getHandle(workflowIdOf(reference)).describe()).runId;

const explain = (text: string) => ({ name: 'explain', task: 'panel', text }) as const;
const officer = { by: 'officer-1' };

/** Acts until the history is long enough for a new run; answers how often. */
async function actUntilContinued(reference: string): Promise<number> {
  const runId = await runIdOf(reference);
  let count = 0;
  while ((await runIdOf(reference)) === runId) {
    if (count > 60) throw new Error('No new run began');
    valueOf(await rig.cases.act(reference, explain(`line ${count}`), officer));
    count += 1;
  }
  return count;
}

describe('a record whose run has become long', () => {
  it('continues in a new run with its tasks, its dates and its history', async () => {
    const reference = await start();
    const before = await inspect(reference);
    const acted = await actUntilContinued(reference);

    const after = await inspect(reference);
    expect(after.duties.map(({ task, dueAt, ladder }) => ({ task, dueAt, ladder }))).toEqual(
      before.duties.map(({ task, dueAt, ladder }) => ({ task, dueAt, ladder })),
    );
    const history = await historyOf(reference);
    expect(numbersOf(history)).toEqual(history.map((_, index) => index + 1));
    expect(history.filter(({ kind }) => kind === 'explained')).toHaveLength(acted);
  });

  it('fires its rungs once, over as many runs as it takes', async () => {
    const reference = await start();
    const [panel] = (await inspect(reference)).duties;
    await actUntilContinued(reference);
    const fired = async () =>
      (await historyOf(reference))
        .filter(({ kind, tasks }) => ['rung', 'late'].includes(kind) && tasks.includes('panel'))
        .slice(2)
        .map(({ at }) => at);
    const expected = panel?.ladder.slice(0, 7).map(({ at }) => at) ?? [];
    for (const at of expected) {
      await rig.skipTo(reference, secondsBefore(at, -60));
      await until(async () => (await fired()).includes(at));
    }
    expect(await fired()).toEqual(expected);
  });

  it('gives the same action the same answer in the new run', async () => {
    const reference = await start();
    const who = { by: 'officer-1', actionId: 'only-once' };
    const first = valueOf(await rig.cases.act(reference, explain('only once'), who));
    await actUntilContinued(reference);
    expect(valueOf(await rig.cases.act(reference, explain('only once'), who))).toEqual(first);
    const texts = (await historyOf(reference)).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('only once'))).toHaveLength(1);
  });

  it('carries the lines that the recorder has not taken', async () => {
    rig.recorder.isDown = true;
    const reference = await start();
    const acted = await actUntilContinued(reference);
    expect(await rig.recorder.read(reference)).toEqual([]);
    expect((await historyOf(reference)).filter(({ kind }) => kind === 'explained')).toHaveLength(
      acted,
    );

    rig.recorder.isDown = false;
    const all = await historyOf(reference);
    await until(async () => (await rig.recorder.read(reference)).length >= all.length);
    expect(numbersOf(await rig.recorder.read(reference))).toEqual(
      (await historyOf(reference)).map((_, index) => index + 1),
    );
  });
});

describe('messages that the mail server does not take for more than a minute', () => {
  it('are carried into the next run, and given up only when every task has ended', async () => {
    rig.sink.refuse.set('officer-1@council.example', 451);
    const [goesOn, ends] = [await start(), await start()];
    const all = (await inspect(ends)).duties.map(({ task }) => task);
    valueOf(await rig.cases.act(ends, doneAt(all, new Date().toISOString()), officer));
    const first = await runIdOf(goesOn);
    for (let count = 0; count < 12; count += 1) {
      valueOf(await rig.cases.act(goesOn, explain(`line ${count}`), officer));
    }
    await until(async () => (await runIdOf(goesOn)) !== first, 90_000);
    await until(async () =>
      (await rig.recorder.read(ends)).some(({ kind }) => kind === 'not-reached'),
    );

    rig.sink.refuse.clear();
    const arrived = (reference: string) =>
      rig.sink.mails.filter(
        ({ to, subject }) => to.startsWith('officer-1') && subject.includes(reference),
      );
    await until(() => arrived(goesOn).length > 0);
    expect([arrived(goesOn).length, arrived(ends).length]).toEqual([1, 0]);
    expect((await inspect(ends)).status).toBe('closed');

    const ids = rig.sink.mails
      .filter(({ subject }) => subject.includes(goesOn))
      .map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    const told = async () =>
      (await rig.recorder.read(goesOn)).filter(
        ({ kind, text }) => kind === 'told' && text.includes('officer-1'),
      );
    await until(async () => (await told()).length > 0);
    expect((await told()).map(({ text }) => text).join()).toMatch(/ tries\. It may arrive twice:/);
  });
});
