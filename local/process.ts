import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A process that can be told from a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string;
}

const pollMs = 50;

/** The mark of a running process; null: there is none, or only its exit status is left. */
export function markOf(pid: number): ProcessMark | null {
  const startedAt = existsSync('/proc/self/stat') ? startFromProc(pid) : startFromPs(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isAlive(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.startedAt === mark.startedAt;
}

/** Asks the process to end, and after `graceMs` ends it; returns when it is gone. */
export async function endProcess(
  mark: ProcessMark,
  { first = 'SIGTERM', graceMs = 10_000 }: { first?: 'SIGTERM' | 'SIGINT'; graceMs?: number } = {},
): Promise<void> {
  for (const [signal, patienceMs] of [
    [first, graceMs],
    ['SIGKILL', 5_000],
  ] as const) {
    const until = Date.now() + patienceMs;
    if (isAlive(mark)) process.kill(mark.pid, signal);
    while (isAlive(mark) && Date.now() < until) await wait(pollMs);
    if (!isAlive(mark)) return;
  }
  throw new Error(`Process ${mark.pid} does not end`);
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Both its outputs are added to this file. */
  readonly logFile: string;
  /** True: in a session of its own, so that Ctrl-C and the end of this process leave it alone. */
  readonly detached: boolean;
}

/** Starts a process and does not keep this one alive for it. */
export function startProcess({ file, args, logFile, detached }: Command): ProcessMark {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(file, args, { detached, stdio: ['ignore', log, log] });
    child.on('error', () => undefined);
    child.unref();
    const mark = child.pid === undefined ? null : markOf(child.pid);
    if (mark === null) throw new Error(`${file} could not be started`);
    return mark;
  } finally {
    closeSync(log);
  }
}

/** How to run a neighbouring file of this folder as a process, built or (in tests) not. */
export function nodeArguments(name: string): readonly string[] {
  const script = join(__dirname, name + extname(__filename));
  return basename(script).endsWith('.ts')
    ? ['--require', require.resolve('tsx/cjs'), script]
    : [script];
}

/** The last lines of a log, for a message to a person. */
export function endOfLog(logFile: string, lines = 5): string {
  if (!existsSync(logFile)) return '';
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/** Fields 3 (state) and 22 (start, in ticks since boot); the name before them may hold spaces. */
function startFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function startFromPs(pid: number): string | null {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
    const [state = '', ...startedAt] = line.split(/\s+/);
    return line === '' || state.startsWith('Z') ? null : startedAt.join(' ');
  } catch {
    return null;
  }
}
