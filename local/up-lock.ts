import { join } from 'node:path';
import { takeLock } from './lock-file';

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
  const taken = takeLock(join(dataFolder, 'up.lock'), () =>
    say('The last notifiable here ended without tidying up; going on from where it was.'),
  );
  if (typeof taken === 'function') return taken;
  throw new AlreadyRunning(taken.pid, dataFolder);
}
