import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markOf, type ProcessMark } from './process';

/** PostgreSQL's own lock, `postmaster.pid`: number, folder, start, port, …, and when ready. */
export interface Postmaster {
  readonly mark: ProcessMark;
  readonly port: number;
  readonly isReady: boolean;
}

/** No process has this number on any system, so PostgreSQL sees that the lock is stale. */
const nobodysPid = 2_147_483_647;

/** The server that holds the cluster; null: none, even if another process has its number now. */
export function postmasterOf(cluster: string): Postmaster | null {
  const lines = linesOfLock(cluster);
  const pid = Number(lines[0]);
  const mark = pid > 0 ? markOf(pid) : null;
  if (mark === null || !commandLine(pid).includes(cluster)) return null;
  return { mark, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/**
 * A lock whose number another process has by now would stop PostgreSQL. Only the number is
 * changed: by the rest of the file PostgreSQL checks that no process of the old server is left.
 */
export function clearStaleLock(cluster: string): void {
  const [, ...rest] = linesOfLock(cluster);
  if (rest.length === 0 || postmasterOf(cluster) !== null) return;
  writeFileSync(lockOf(cluster), [nobodysPid, ...rest].join('\n'));
}

const lockOf = (cluster: string) => join(cluster, 'postmaster.pid');

function linesOfLock(cluster: string): string[] {
  const lock = lockOf(cluster);
  return existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : [];
}

function commandLine(pid: number): string {
  try {
    if (existsSync('/proc/self')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-ww', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
