import { incident, open } from '../jobs';
import { atMost, type Figure } from '../measure';
import { timePool } from '../pool';
import { startRig } from '../rig';

const waiting = 2_000;
const atOnce = 20;

/** What the worker process keeps for each incident that waits, its cache once filled and emptied. */
export async function memory(): Promise<readonly Figure[]> {
  const rig = await startRig();
  try {
    const worker = await rig.startWorker();
    await timePool(300, atOnce, () => incident(rig));
    const before = await worker.memory();
    await timePool(waiting, atOnce, () => open(rig));
    const after = await worker.memory();
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
    await rig.stop();
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
