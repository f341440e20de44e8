import { startBuiltWorker } from '../built';
import { act, open } from '../jobs';
import { atMost, type Figure } from '../measure';
import { timePool } from '../pool';
import { startRig, type Rig } from '../rig';

const waiting = 500;
const atOnce = 20;

/** Kills the worker of 500 waiting incidents, starts the built one, and has people act on all. */
export async function takeover(): Promise<readonly Figure[]> {
  const rig = await startRig();
  try {
    const worker = await rig.startWorker();
    const references: string[] = [];
    await timePool(waiting, atOnce, async () => references.push(await open(rig)));
    await worker.kill();
    const killed = performance.now();
    const next = startBuiltWorker(rig.env);
    try {
      const answered = await actOnAll(rig, references);
      const [first = NaN] = answered;
      const after = (at: number) => (at - killed) / 1000;
      const what = `worker killed (-9) → first of ${waiting} waiting incidents answers`;
      const note = 'with the start of the new worker';
      return [
        { what, value: after(first), unit: 's', bound: atMost(3), note },
        { what: 'the last of them', value: after(answered.at(-1) ?? NaN), unit: 's', bound: null },
      ];
    } finally {
      await next.kill();
    }
  } finally {
    await rig.stop();
  }
}

/** When each answered, the first first. */
async function actOnAll(rig: Rig, references: readonly string[]): Promise<readonly number[]> {
  const left = [...references];
  const answered: number[] = [];
  await timePool(references.length, atOnce, async () => {
    await act(rig, left.pop() ?? '', { name: 'acknowledge', tasks: ['panel'] });
    answered.push(performance.now());
  });
  return answered;
}
