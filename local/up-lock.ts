import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive, markOf, type ProcessMark } from './process';

const lockSchema = z.strictObject({ pid: z.int(), startedAt: z.string() });

/** Another `notifiable up` runs for this data folder. */
export class AlreadyRunning extends Error {
  constructor(
    readonly pid: number,
    dataFolder: string,
  ) {
    super(
      `notifiable is already running for ${dataFolder} (process ${pid}). ` +
        'Use that one, end it first, or set NOTIFIABLE_DATA to another folder.',
    );
    this.name = 'AlreadyRunning';
  }
}

/** Takes the folder for this process, or throws AlreadyRunning; the answer gives it back. */
export function lockFolder(dataFolder: string, say: (line: string) => void): () => void {
  const lock = join(dataFolder, 'up.lock');
  const own = `${lock}.${process.pid}`;
  const mark = markOf(process.pid);
  writeFileSync(own, JSON.stringify(mark), { mode: 0o600 });
  try {
    while (!linked(own, lock)) {
      const holder = holderOf(lock);
      if (holder !== null && isAlive(holder)) throw new AlreadyRunning(holder.pid, dataFolder);
      say('The last notifiable here ended without tidying up; going on from where it was.');
      removeStale(lock, holder);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (holderOf(lock)?.pid === process.pid) rmSync(lock, { force: true });
  };
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

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (!existsSync(to)) throw error;
    return false;
  }
}
