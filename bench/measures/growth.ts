import { incident } from '../jobs';
import { atMost, type Figure } from '../measure';
import { timePool } from '../pool';
import { startRig } from '../rig';

const counts = [250, 500, 1_000, 2_000] as const;
const atOnce = 20;

/** Whether the thousandth incident costs more than the first. */
export async function growth(): Promise<readonly Figure[]> {
  const rig = await startRig();
  try {
    await rig.startWorker();
    await timePool(50, atOnce, () => incident(rig));
    const seconds: number[] = [];
    for (const count of counts) seconds.push(await timePool(count, atOnce, () => incident(rig)));
    const [first = NaN] = seconds;
    const last = seconds.at(-1) ?? NaN;
    return [
      ...counts.map((count, i) => ({
        what: `${count} incidents, start to closed`,
        value: seconds[i] ?? NaN,
        unit: 's',
        bound: null,
      })),
      {
        what: 'time for 2,000 ÷ (8 × time for 250)',
        value: last / (8 * first),
        unit: '',
        bound: atMost(1.3),
      },
    ];
  } finally {
    await rig.stop();
  }
}
