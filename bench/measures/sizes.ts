import { acknowledgedIncident, incident } from '../jobs';
import { atMost, type Figure } from '../measure';
import type { Rig } from '../rig';
import { incidentId } from '../../temporal/names';

/** What one incident leaves in Temporal's history. */
export async function sizes(rig: Rig, note: string): Promise<readonly Figure[]> {
  const plain = await sizeOf(rig, await incident(rig));
  const acknowledged = await sizeOf(rig, await acknowledgedIncident(rig));
  return [
    { what: `history events (${note})`, value: plain.events, unit: '', bound: atMost(36) },
    { what: `history bytes (${note})`, value: plain.bytes, unit: '', bound: null },
    {
      what: 'history events, with acknowledgements',
      value: acknowledged.events,
      unit: '',
      bound: null,
    },
    {
      what: 'history bytes, with acknowledgements',
      value: acknowledged.bytes,
      unit: '',
      bound: null,
    },
  ];
}

async function sizeOf({ client }: Rig, reference: string) {
  const described = await client.workflow.getHandle(incidentId(reference)).describe();
  return { events: described.historyLength, bytes: described.historySize ?? NaN };
}
