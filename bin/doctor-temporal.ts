import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time';
import type { Check } from '../cli/checks-text';
import { failureOf } from '../cli/exit';
import type { Settings } from '../settings';
import { connectClient } from '../temporal/connection';
import { withDeadline } from '../temporal/deadline';
import { taskQueue } from '../temporal/names';
import { areRegistered } from '../temporal/register-search-attributes';
import { checkSweep } from './doctor-sweep';

const seconds = 5;

/** Temporal, the namespace's search attributes, a worker that polls, and whose clock is right. */
export async function checkTemporal(settings: Settings): Promise<Check[]> {
  try {
    const client = await connectClient(settings);
    try {
      return await withDeadline(client, { settings, seconds }, () => ask(client, settings));
    } finally {
      await client.connection.close();
    }
  } catch (error) {
    const { problem, remedy } = failureOf(error);
    return [{ name: 'Temporal', stands: 'unreachable', says: problem, mend: remedy }];
  }
}

async function ask(client: Client, { temporal }: Settings): Promise<Check[]> {
  const { namespace } = client.options;
  const hasAttributes = await areRegistered(client.connection, namespace);
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
  });
  const polled = pollers.map(({ lastAccessTime }) => tsToMs(lastAccessTime));
  return [
    { name: 'Temporal', stands: 'good', says: `answers; namespace ${namespace}`, mend: '' },
    attributes(hasAttributes),
    worker(polled.length),
    clock(polled, temporal.embedded),
    await checkSweep(client),
  ];
}

function attributes(registered: boolean): Check {
  const name = 'search attributes';
  if (registered) return { name, stands: 'good', says: 'all are registered', mend: '' };
  const mend = 'Let somebody who may register them, as docs/architecture.md says.';
  const says = 'not all are registered: Temporal’s own page cannot search by stage or date';
  return { name, stands: 'warning', says, mend };
}

function worker(count: number): Check {
  const name = 'worker';
  if (count > 0) return { name, stands: 'good', says: `${count} polling`, mend: '' };
  const mend = 'Run `notifiable up` or `notifiable worker`.';
  return { name, stands: 'unreachable', says: 'none: nothing moves and nobody is told', mend };
}

const behindMs = 10_000;
const aheadMs = 180_000;

/** Temporal tells no time, but it notes when a worker last asked; a poll lasts about a minute. */
function clock(polled: readonly number[], embedded: boolean): Check {
  const name = 'clock';
  if (embedded) return { name, stands: 'skipped', says: 'Temporal is on this machine', mend: '' };
  if (polled.length === 0) return { name, stands: 'skipped', says: 'no worker polls', mend: '' };
  const sinceMs = Date.now() - Math.max(...polled);
  if (sinceMs > -behindMs && sinceMs < aheadMs) {
    return { name, stands: 'good', says: 'agrees with Temporal’s', mend: '' };
  }
  const says = `this machine and Temporal differ by about ${Math.round(Math.abs(sinceMs) / 1000)} s`;
  return { name, stands: 'warning', says, mend: 'Set both by the same time server.' };
}
