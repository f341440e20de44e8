import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Processor seconds that a process has used so far, its threads included; from Linux's /proc. */
export function cpuSeconds(pid: number): number {
  const [user = 0, system = 0] = fieldsOf(pid).slice(11, 13).map(Number);
  return (user + system) / ticksPerSecond;
}

/** After the name, which may hold spaces. */
function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Resident bytes of a process: now, and the most that it ever had. NaN once it has ended. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = statusOf(pid);
  const bytes = (field: string) => {
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1];
    return Number(kilobytes ?? NaN) * 1024;
  };
  return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
