import { acknowledgedIncident, incident } from '../jobs';
import { atMost, type Figure } from '../measure';
import { median } from '../pool';
import type { Rig } from '../rig';
import { workflowIdOf } from '../../temporal/names';

const count = 9;

/** What an incident leaves in Temporal's history: the median, since who comes first varies. */
export async function sizes(rig: Rig, note: string): Promise<readonly Figure[]> {
  const plain = await sizesOf(rig, incident);
  const acknowledged = await sizesOf(rig, acknowledgedIncident);
  const figure = (what: string, value: number): Figure => ({ what, value, unit: '', bound: null });
  return [
    { ...figure(`history events (${note})`, plain.events), bound: atMost(36) },
    figure(`history bytes (${note})`, plain.bytes),
    figure('history events, with acknowledgements', acknowledged.events),
    figure('history bytes, with acknowledgements', acknowledged.bytes),
  ];
}

async function sizesOf(rig: Rig, job: (rig: Rig) => Promise<string>) {
  const events: number[] = [];
  const bytes: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const handle = rig.client.workflow.getHandle(workflowIdOf(await job(rig)));
    const { historyLength, historySize = NaN } = await handle.describe();
    events.push(historyLength);
    bytes.push(historySize);
  }
  return { events: median(events), bytes: median(bytes) };
}
