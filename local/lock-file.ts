import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive, markOf, type ProcessMark } from './process';

const lockSchema = z.strictObject({ pid: z.int(), startedAt: z.string() });
const pollMs = 25;

/**
 * Takes a lock file for this process, past a holder that has died (`onStale`). The answer gives it
 * back; a mark: that process has it.
 */
export function takeLock(lock: string, onStale?: () => void): (() => void) | ProcessMark {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, JSON.stringify(markOf(process.pid)), { mode: 0o600 });
  try {
    while (!linked(own, lock)) {
      const holder = holderOf(lock);
      if (holder !== null && isAlive(holder)) return holder;
      if (!existsSync(lock)) continue;
      onStale?.();
      removeStale(lock, holder);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (holderOf(lock)?.pid === process.pid) rmSync(lock, { force: true });
  };
}

/** Does something while no other process does what it does under the same lock file. */
export async function inTurn<T>(lock: string, use: () => Promise<T>): Promise<T> {
  let taken = takeLock(lock);
  while (typeof taken !== 'function') {
    await wait(pollMs);
    taken = takeLock(lock);
  }
  try {
    return await use();
  } finally {
    taken();
  }
}

/** Moved aside first: what another process has put there meanwhile is put back, not removed. */
function removeStale(lock: string, stale: ProcessMark | null): void {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (holderOf(aside)?.startedAt !== stale?.startedAt) linked(aside, lock);
  rmSync(aside, { force: true });
}

function holderOf(lock: string): ProcessMark | null {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return null;
  }
}

/** False: another holds it. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
