import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Wish } from '../client/answers';
import { workflowIdOf } from '../temporal/names';
import { bare, minimum, minimumDone } from './rivals/workflows';
import { rivalQueue } from './rivals/queue';
import type { Rig } from './rig';

const by = 'officer-1';
export const tasks = ['panel', 'partner:local-authority', 'partner:icb'] as const;

/** Aware an hour ago: three duties, none of them late. */
export function report(): unknown {
  const text = readFileSync('examples/serious-harm-suspected-neglect.json', 'utf8');
  const becameAwareAt = new Date(Date.now() - 3_600_000).toISOString();
  const occurredOn = becameAwareAt.slice(0, 10);
  return { ...(JSON.parse(text) as object), becameAwareAt, occurredOn };
}

/** Longer than the program's own, which are for people: here thousands are made. */
const newReference = () =>
  `SI-2026-${randomInt(2 ** 40)
    .toString(36)
    .toUpperCase()}`;

/** Starts an incident and waits until its task message has come. */
export async function open({ cases, sink }: Rig): Promise<string> {
  const reference = newReference();
  const notADuplicate = 'one of many alike, made to measure';
  const started = await cases.start({ report: report(), reference, by, notADuplicate });
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  await sink.taskMessage(reference);
  return reference;
}

export async function act({ cases }: Rig, reference: string, wish: Wish): Promise<void> {
  const answer = await cases.act(reference, wish, { by });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
}

export const done = (task: string): Wish => ({
  name: 'done',
  tasks: [task],
  at: new Date().toISOString(),
  channel: 'online',
  reference: 'X1',
  told: 'them',
});

/** Start, task message, three separate `done`, closed. */
export async function incident(rig: Rig): Promise<string> {
  const reference = await open(rig);
  for (const task of tasks) await act(rig, reference, done(task));
  await rig.client.workflow.getHandle(workflowIdOf(reference)).result();
  return reference;
}

/** The same, each task acknowledged first. */
export async function acknowledgedIncident(rig: Rig): Promise<string> {
  const reference = await open(rig);
  for (const task of tasks) {
    await act(rig, reference, { name: 'acknowledge', tasks: [task] });
    await act(rig, reference, done(task));
  }
  await rig.client.workflow.getHandle(workflowIdOf(reference)).result();
  return reference;
}

export async function bareWorkflow({ plain }: Rig): Promise<void> {
  await plain.workflow.execute(bare, { taskQueue: rivalQueue, workflowId: newReference() });
}

export async function minimumWorkflow({ plain, sink }: Rig): Promise<void> {
  const reference = newReference();
  const handle = await plain.workflow.start(minimum, {
    taskQueue: rivalQueue,
    workflowId: reference,
    args: [reference, tasks],
  });
  await sink.taskMessage(reference);
  for (const task of tasks) await handle.executeUpdate(minimumDone, { args: [task] });
  await handle.result();
}
