import { act, done, open, tasks } from '../jobs';
import type { Figure } from '../measure';
import { median } from '../pool';
import { startRig, type Rig } from '../rig';

const count = 20;

/** From the moment that `done` is sent until its line is on the recorder's disk, on a quiet server. */
export async function recorded(): Promise<readonly Figure[]> {
  const rig = await startRig();
  try {
    await rig.startWorker();
    const answered: number[] = [];
    const kept: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const reference = await open(rig);
      for (const task of tasks) {
        const sent = performance.now();
        const line = whenRecorded(rig, reference, task);
        await act(rig, reference, done(task));
        answered.push(performance.now() - sent);
        await line;
        kept.push(performance.now() - sent);
      }
    }
    const slowest = Math.round(Math.max(...kept));
    const note = `slowest of ${kept.length}: ${slowest} ms`;
    return [
      { what: '`done` sent → answered', value: median(answered), unit: 'ms', bound: null },
      { what: '`done` sent → recorded', value: median(kept), unit: 'ms', bound: null, note },
    ];
  } finally {
    await rig.stop();
  }
}

async function whenRecorded({ recorder }: Rig, reference: string, task: string): Promise<void> {
  for (;;) {
    const lines = await recorder.read(reference);
    if (lines.some(({ kind, tasks: about }) => kind === 'done' && about.includes(task))) return;
  }
}
