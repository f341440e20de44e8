import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** The program as users run it, built; run `npm run build` after a change. */
export const program = resolve('bin/notifiable.js');

export interface BuiltWorker {
  readonly pid: number;
  readonly kill: () => Promise<void>;
}

/** The built worker as a process of its own; it polls a moment later. */
export function startBuiltWorker(env: NodeJS.ProcessEnv): BuiltWorker {
  const child = spawn(process.execPath, [program, 'worker'], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
