import type { Ladder } from '../authority';
import { cpuSeconds } from '../cpu';
import { acknowledgedIncident, bareWorkflow, incident, minimumWorkflow } from '../jobs';
import { atLeast, type Figure } from '../measure';
import { median, timePool } from '../pool';
import { startRig, type Rig } from '../rig';
import { sizes } from './sizes';

const count = 60;
const atOnce = 20;
const rounds = 5;

const jobs = {
  bare: bareWorkflow,
  minimum: minimumWorkflow,
  incident,
  acknowledged: acknowledgedIncident,
} as const;

type Job = keyof typeof jobs;
const names = Object.keys(jobs) as Job[];
const wanted = atLeast(0.55);

/**
 * Incidents a second beside a workflow with one activity that does nothing, and beside the same
 * job written by hand: in turn, so that whatever else the machine does falls on all of them.
 */
export async function rates(): Promise<readonly Figure[]> {
  return [...(await ratesWith('task only')), ...(await ratesWith('default ladder'))];
}

async function ratesWith(ladder: Ladder): Promise<readonly Figure[]> {
  const rig = await startRig(ladder);
  try {
    const worker = await rig.startWorker('with rivals');
    const pids = [process.pid, worker.pid, rig.serverPid];
    for (const name of names) await timePool(atOnce, atOnce, () => jobs[name](rig));
    const taken = await inTurn(rig, pids);
    const messages = await messagesOf(rig);
    return [...figuresOf(taken, `${ladder}, ${messages} sent`), ...(await sizes(rig, ladder))];
  } finally {
    await rig.stop();
  }
}

/** `cpu`: seconds of the driver, the worker and the server. */
type Taken = Record<Job, { readonly rates: number[]; cpu: readonly number[] }>;

async function inTurn(rig: Rig, pids: readonly number[]): Promise<Taken> {
  const empty = () => ({ rates: [], cpu: pids.map(() => 0) });
  const taken: Taken = {
    bare: empty(),
    minimum: empty(),
    incident: empty(),
    acknowledged: empty(),
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const before = pids.map(cpuSeconds);
      taken[name].rates.push(count / (await timePool(count, atOnce, () => jobs[name](rig))));
      const used = pids.map((pid, of) => cpuSeconds(pid) - (before[of] ?? NaN));
      taken[name].cpu = taken[name].cpu.map((sum, of) => sum + (used[of] ?? NaN));
    }
  }
  return taken;
}

async function messagesOf(rig: Rig): Promise<number> {
  const before = rig.sink.count();
  await incident(rig);
  return rig.sink.count() - before;
}

function figuresOf(taken: Taken, note: string): Figure[] {
  const ratio = (name: Job): number =>
    median(taken[name].rates.map((rate, round) => rate / (taken.bare.rates[round] ?? NaN)));
  const perSecond = (what: string, name: Job): Figure => {
    const parts = taken[name].cpu.map((used) => Math.round((used * 1000) / count / rounds));
    const cpu = `ms of processor time each, of driver, worker and server: ${parts.join(' + ')}`;
    return { what, value: median(taken[name].rates), unit: '/s', bound: null, note: cpu };
  };
  return [
    perSecond('bare workflow with one activity', 'bare'),
    perSecond('hand-written minimum of the job, one message sent', 'minimum'),
    perSecond(`incident of three duties (${note})`, 'incident'),
    perSecond(`the same, each task acknowledged first (${note})`, 'acknowledged'),
    { what: 'minimum ÷ bare', value: ratio('minimum'), unit: '', bound: null },
    { what: `incident ÷ bare (${note})`, value: ratio('incident'), unit: '', bound: wanted },
    { what: `acknowledged ÷ bare (${note})`, value: ratio('acknowledged'), unit: '', bound: null },
  ];
}
