import { cpuSeconds } from '../cpu';
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
    const worker = await rig.startWorker();
    const pids = [process.pid, worker.pid, rig.serverPid];
    const used = () => pids.map(cpuSeconds).reduce((sum, one) => sum + one, 0);
    await timePool(50, atOnce, () => incident(rig));
    const figures: Figure[] = [];
    const each: { seconds: number; cpu: number }[] = [];
    for (const count of counts) {
      const before = used();
      const value = await timePool(count, atOnce, () => incident(rig));
      each.push({ seconds: value / count, cpu: (used() - before) / count });
      const what = `${count} incidents, start to closed`;
      figures.push({ what, value, unit: 's', bound: null });
    }
    return [...figures, ...growthOf(each)];
  } finally {
    await rig.stop();
  }
}

/** By the clock, which other work on the machine moves too, and by processor time. */
function growthOf(each: readonly { seconds: number; cpu: number }[]): Figure[] {
  const [first] = each;
  const last = each.at(-1);
  const growth = (of: 'seconds' | 'cpu'): number => (last?.[of] ?? NaN) / (first?.[of] ?? NaN);
  return [
    {
      what: 'time for 2,000 ÷ (8 × time for 250)',
      value: growth('seconds'),
      unit: '',
      bound: atMost(1.3),
    },
    { what: 'the same in processor time', value: growth('cpu'), unit: '', bound: null },
  ];
}
