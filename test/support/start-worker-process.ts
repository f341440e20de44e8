import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface WorkerProcess {
  /** `kill -9`. */
  kill(): Promise<void>;
}

/** A real worker as a process of its own, with these settings and no build needed. */
export function startWorkerProcess(env: Readonly<Record<string, string>>): WorkerProcess {
  const args = ['--require', require.resolve('tsx/cjs'), join(__dirname, 'worker-process.ts')];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
