import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parts } from '../cli/parts';
import { run } from '../cli/run';

// Loaded when they are needed: `notifiable assess` answers without loading anything of Temporal.
const parts: Parts = {
  env: process.env,
  now: () => new Date().toISOString(),
  io: {
    input: process.stdin,
    out: process.stdout,
    err: process.stderr,
    exitWith: (status) => {
      process.exitCode = status;
    },
  },
  async openCases(settings) {
    const { openCasesHere } = await import('./open-cases-here.js');
    return openCasesHere(settings);
  },
  async up(request) {
    const { up } = await import('./up.js');
    return up(request);
  },
  async worker(settings) {
    const { untilToldToEnd, work } = await import('./work.js');
    await untilToldToEnd(await work(settings));
  },
  async rehearse(report, settings, say) {
    const { rehearse } = await import('./rehearse.js');
    return rehearse(report, settings, say);
  },
  async doctor(env) {
    const { examine } = await import('./doctor.js');
    return examine(env);
  },
};

/** Who reads our output may stop early, as `head` does: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };
void run(process.argv.slice(2), parts, version);
