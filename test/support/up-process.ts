import { startLocal } from '../../local/run';
import { readSettings } from '../../settings';

/** Run as a process: starts the local parts, prints them in JSON, and stays until it is killed. */
const say = (line: string) => void process.stderr.write(`${line}\n`);

void startLocal(readSettings(), say).then(
  (stack) => {
    process.stdout.write(`${JSON.stringify(stack)}\n`);
    setInterval(() => undefined, 60_000);
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
