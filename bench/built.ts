import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** The program as users run it, built; run `npm run build` after a change. */
export const program = resolve('bin/notifiable.js');

export interface BuiltWorker {
  readonly pid: number;
  /** Collects garbage, and answers the heaps' bytes in use; only where started with `collecting`. */
  readonly inUse: () => Promise<number>;
  readonly kill: () => Promise<void>;
}

/** Flags of Node's for a worker that collects its garbage when it is asked to. */
export const collecting = ['--expose-gc', '--require', require.resolve('./collect.js')];

/** The built worker as a process of its own; it polls a moment later. */
export function startBuiltWorker(env: NodeJS.ProcessEnv, execArgv: string[] = []): BuiltWorker {
  const child = fork(program, ['worker'], {
    env,
    execArgv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(child, 'exit');
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    pid: child.pid ?? 0,
    inUse: async () => {
      const answer = once(child, 'message');
      child.send('collect');
      return Number((await answer)[0]);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
