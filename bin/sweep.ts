import { sweepNow } from '../client/sweeps';
import type { Swept } from '../domain/sweep-findings';
import type { Settings } from '../settings';
import { connectClient } from '../temporal/connection';

/** Lets a worker sweep now, and answers what it found. Throws Unreachable. */
export async function sweepHere(settings: Settings): Promise<Swept> {
  const client = await connectClient(settings);
  try {
    return await sweepNow(client, settings);
  } finally {
    await client.connection.close();
  }
}
