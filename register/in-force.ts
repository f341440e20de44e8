import { setTimeout as wait } from 'node:timers/promises';

/** So long what was read is used again, and so long at most a reader waits for the database. */
const freshMs = 3_000;
const patienceMs = 1_000;

export interface InForce<T> {
  /** What was read last; never throws, and keeps nobody waiting for more than a second. */
  readonly read: (from: string) => Promise<readonly T[]>;
  /** Something changed: the next reader asks again. */
  readonly forget: () => void;
}

/**
 * For what many ask and nobody may be held up by: messages go out while the database is down. Then
 * what was known last counts; nothing, where nothing was ever read.
 */
export function keepInForce<T>(
  query: (from: string) => Promise<readonly T[]>,
  clock: () => number = () => performance.now(),
): InForce<T> {
  let known: readonly T[] = [];
  let asked: Promise<void> = Promise.resolve();
  let askedAt = -Infinity;
  const ask = (from: string) => {
    const asking = query(from)
      .then((found) => {
        if (asked === asking) known = found;
      })
      .catch(() => undefined);
    asked = asking;
    askedAt = clock();
  };
  return {
    async read(from) {
      if (clock() - askedAt >= freshMs) ask(from);
      const left = askedAt + patienceMs - clock();
      const ended = new AbortController();
      const late = wait(Math.max(0, left), undefined, { signal: ended.signal });
      await Promise.race([asked, late]).finally(() => ended.abort());
      return known;
    },
    forget: () => {
      askedAt = -Infinity;
    },
  };
}
