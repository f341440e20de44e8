import { startBuiltWorker } from '../built';
import { incident, open } from '../jobs';
import { atMost, type Figure } from '../measure';
import { timePool } from '../pool';
import { memoryOf } from '../cpu';
import { startRig } from '../rig';

const waiting = 2_000;
const warm = 1_000;
const atOnce = 20;

/**
 * What the built worker keeps for each incident that waits. A thousand come and go before: the
 * heap grows with the work at first, whatever is kept.
 */
export async function memory(): Promise<readonly Figure[]> {
  const rig = await startRig();
  const worker = startBuiltWorker(rig.env);
  try {
    await timePool(warm, atOnce, () => incident(rig));
    const before = memoryOf(worker.pid).now;
    await timePool(waiting, atOnce, () => open(rig));
    const after = memoryOf(worker.pid).now;
    const note = `the whole worker: ${megabytes(before)} MB before, ${megabytes(after)} MB with all`;
    return [
      {
        what: `worker memory for each of ${waiting} waiting incidents`,
        value: (after - before) / 1024 / waiting,
        unit: 'KB',
        bound: atMost(50),
        note,
      },
    ];
  } finally {
    await worker.kill();
    await rig.stop();
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
