import { setTimeout as wait } from 'node:timers/promises';
import { collecting, startBuiltWorker, type BuiltWorker } from '../built';
import { memoryOf } from '../cpu';
import { incident, open } from '../jobs';
import { atMost, type Figure } from '../measure';
import { timePool } from '../pool';
import { startRig } from '../rig';

const waiting = 2_000;
const warm = 1_000;
const atOnce = 20;
/** For the last lines to be recorded, and for freed pages to go back to the system. */
const rest = 5_000;

/**
 * What the built worker keeps for each incident that waits. A thousand come and go before: code is
 * compiled and caches fill, whatever is kept. Garbage is collected before each reading: at work V8
 * lets more of it lie, while the machine has memory to spare, than 2,000 incidents take.
 */
export async function memory(): Promise<readonly Figure[]> {
  const rig = await startRig();
  const worker = startBuiltWorker(rig.env, collecting);
  try {
    await timePool(warm, atOnce, () => incident(rig));
    const before = await readingOf(worker);
    await timePool(waiting, atOnce, () => open(rig));
    const after = await readingOf(worker);
    const figure = (what: string, of: keyof Reading): Figure => ({
      what: `worker memory for each of ${waiting} waiting incidents: ${what}`,
      ...growth(before[of], after[of]),
      bound: atMost(50),
    });
    return [
      figure('heaps in use', 'inUse'),
      figure('resident, garbage collected', 'collected'),
      { ...figure('resident, at work', 'atWork'), bound: null },
    ];
  } finally {
    await worker.kill();
    await rig.stop();
  }
}

/** Bytes: resident as the system counts them, but for the last, which V8 counts. */
interface Reading {
  readonly atWork: number;
  readonly collected: number;
  readonly inUse: number;
}

async function readingOf(worker: BuiltWorker): Promise<Reading> {
  await wait(rest);
  const atWork = memoryOf(worker.pid).now;
  await worker.inUse();
  await wait(rest);
  const inUse = await worker.inUse();
  return { atWork, collected: memoryOf(worker.pid).now, inUse };
}

function growth(before: number, after: number): Pick<Figure, 'value' | 'unit' | 'note'> {
  const note = `the whole worker: ${megabytes(before)} MB before, ${megabytes(after)} MB with all`;
  return { value: (after - before) / 1024 / waiting, unit: 'KB', note };
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
