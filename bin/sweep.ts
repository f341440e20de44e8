import { sweepNow } from '../client/sweeps';
import type { Swept } from '../domain/sweep-findings';
import type { Settings } from '../settings';
import { connectClient } from '../temporal/connection';
import { noRegister } from '../client/reach';

/** Lets a worker sweep now, and answers what it found. Throws Unreachable. */
export async function sweepHere(settings: Settings): Promise<Swept> {
  if (settings.databaseUrl === null) throw noRegister();
  const client = await connectClient(settings);
  try {
    return await sweepNow(client, settings);
  } finally {
    await client.connection.close();
  }
}
