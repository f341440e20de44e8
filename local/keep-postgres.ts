import { setTimeout as wait } from 'node:timers/promises';
import { takePostgres } from './borrow-postgres';
import { databaseAddresses } from './postgres';
import type { Say } from './temporal-binary';

const pauseMs = 2_000;

/** Starts this data folder's database again whenever it has ended. Answers how to leave off. */
export function keepPostgres(dataFolder: string, say: Say): () => Promise<void> {
  const leaving = new AbortController();
  const { signal } = leaving;
  const keep = async () => {
    while (await wait(pauseMs, true, { signal }).catch(() => false)) {
      if (databaseAddresses(dataFolder) !== null) continue;
      // Where it cannot be started now, perhaps it can at the next look.
      await takePostgres(dataFolder, say).catch(() => undefined);
    }
  };
  const kept = keep();
  return () => {
    leaving.abort();
    return kept;
  };
}
