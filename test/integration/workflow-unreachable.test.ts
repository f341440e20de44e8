import { setTimeout as wait } from 'node:timers/promises';
import { taskQueue } from '../../temporal/names';
import { Unreachable } from '../../temporal/unreachable';
import { installLog } from '../../workers/log';
import { incidentOf, incidentOfNow, valueOf } from '../support/outcomes';
import { startRig, type Rig } from '../support/rig';
import { until } from '../support/until';

let rig: Rig;

beforeAll(async () => {
  installLog('fatal');
  rig = await startRig();
});
afterAll(() => rig.stop());

const acknowledge = { name: 'acknowledge', tasks: ['panel'] } as const;
const officer = { by: 'officer-1' };

const failureOf = async (asking: Promise<unknown>): Promise<unknown> => {
  const failure: unknown = await asking.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof Unreachable)) throw new Error(`Not Unreachable: ${String(failure)}`);
  return failure.message;
};

// First: no worker has left a poll behind that could be given the task.
describe('where the server gives up a workflow task', () => {
  /** Temporal's number for the command. */
  const startTimer = 3;

  const inTime = <T>(calls: () => Promise<T>) =>
    rig.client.connection.withDeadline(Date.now() + 10_000, calls);

  const takeTask = () =>
    inTime(() => {
      const { namespace } = rig.client.options;
      const given = { namespace, taskQueue: { name: taskQueue }, identity: 'a wrong worker' };
      return rig.client.workflowService.pollWorkflowTaskQueue(given);
    });

  /** Answers a workflow task with what no server takes. */
  async function answerWrongly({ taskToken }: { readonly taskToken: Uint8Array }): Promise<void> {
    const { workflowService, options } = rig.client;
    const commands = [{ commandType: startTimer }];
    const answer = { namespace: options.namespace, taskToken, commands };
    const answered = inTime(() => workflowService.respondWorkflowTaskCompleted(answer));
    await expect(answered).rejects.toThrow('StartTimer');
  }

  it('the action that came in it is sent again, and carried out once', async () => {
    const reference = 'SI-2026-WRNG';
    valueOf(await rig.cases.start({ report: incidentOfNow(), reference, by: 'officer-1' }));
    const acting = rig.cases.act(reference, acknowledge, officer);
    // Most often it is there by then; where it is not, the second task has it, ten seconds later.
    await wait(500);
    let task = await takeTask();
    if (task.messages.length === 0) {
      await answerWrongly(task);
      task = await takeTask();
    }
    const worker = await rig.work();
    await answerWrongly(task);
    expect(valueOf(await acting).map(({ kind }) => kind)).toEqual(['acknowledged']);
    const history = valueOf(await rig.cases.history(reference));
    expect(history.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
    worker.stop();
    await worker.ended;
  });
});

describe('with no worker', () => {
  it('an incident is taken in, and what needs a worker says that none answers', async () => {
    const report = incidentOfNow();
    const wanted = { report, reference: 'SI-2026-WAIT', by: 'officer-1' };
    expect(valueOf(await rig.cases.start(wanted)).already).toBe(false);
    expect(valueOf(await rig.cases.start(wanted)).already).toBe(true);

    const failures = await Promise.all([
      failureOf(rig.cases.inspect('SI-2026-WAIT')),
      failureOf(rig.cases.act('SI-2026-WAIT', acknowledge, officer)),
    ]);
    failures.forEach((failure) => {
      expect(failure).toMatch(/^No answer within 15 seconds; .* a worker is running/);
    });
  });

  it('is caught up with when a worker comes', async () => {
    const worker = await rig.work();
    const { duties } = incidentOf(await rig.cases.inspect('SI-2026-WAIT'));
    expect(duties.map(({ task }) => task)).toContain('panel');
    const explain = { name: 'explain', task: 'panel', text: 'x' } as const;
    valueOf(await rig.cases.act('SI-2026-WAIT', explain, officer));
    const recorded = () => rig.recorder.read('SI-2026-WAIT');
    await until(async () => (await recorded()).some(({ kind }) => kind === 'explained'));
    worker.stop();
    await worker.ended;
  });
});

describe('with no server', () => {
  it('every request says so and how to check; the history that was kept can be read', async () => {
    await rig.server.stop();
    const reading = rig.cases.history('SI-2026-WAIT');
    const failures = await Promise.all([
      failureOf(rig.cases.start({ report: incidentOfNow(), reference: null, by: null })),
      failureOf(rig.cases.inspect('SI-2026-WAIT')),
      failureOf(rig.cases.act('SI-2026-WAIT', acknowledge, officer)),
    ]);
    failures.forEach((failure) => {
      expect(failure).toMatch(/^Temporal at 127\.0\.0\.1:\d+ does not answer .*TEMPORAL_ADDRESS/);
    });
    expect(valueOf(await reading).map(({ kind }) => kind)).toContain('explained');
  });
});
