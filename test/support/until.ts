import { setTimeout as wait } from 'node:timers/promises';

/** Returns once a condition holds; throws when it does not within the patience. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  patienceMs = 30_000,
): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not so within ${patienceMs} ms: ${String(holds)}`);
    await wait(25);
  }
}
