import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface WorkerProcess {
  /** `kill -9`. */
  kill(): Promise<void>;
}

/** A real worker as a process of its own, built or not; returns when it works. */
export async function startWorkerProcess(
  env: Readonly<Record<string, string>>,
): Promise<WorkerProcess> {
  const args = ['--require', require.resolve('tsx/cjs'), require.resolve('./worker-process')];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const early = ended.then(([status]) => {
    throw new Error(`The worker ended at once, with status ${String(status)}`);
  });
  await Promise.race([once(child, 'message'), early]);
  early.catch(() => undefined);
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
