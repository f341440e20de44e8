import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parts } from '../cli/parts';
import { run } from '../cli/run';
import type { Settings } from '../settings';

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
  async openCases(settings, by) {
    const { openCases } = await import('./open-cases.js');
    const warn = (sentence: string) => void process.stderr.write(`${sentence}\n`);
    return openCases(await here(settings), { by, warn });
  },
  async up(request) {
    const { up } = await import('./up.js');
    return up(request);
  },
  async worker(settings) {
    const { workAlone } = await import('./work.js');
    await workAlone(await here(settings));
  },
  async web(settings, say) {
    const { serveAlone } = await import('./web.js');
    await serveAlone(await here(settings), say);
  },
  async rehearse(report, settings, say) {
    const { rehearse } = await import('./rehearse.js');
    return rehearse(report, settings, say);
  },
  async rehearseReferral(form, settings, say) {
    const { rehearseReferral } = await import('./rehearse-referral.js');
    return rehearseReferral(form, settings, say);
  },
  async migrate(settings) {
    const { migrateRegister } = await import('./database.js');
    return migrateRegister(settings);
  },
  async verify(settings, heads) {
    const { checkRegister } = await import('./database.js');
    return checkRegister(settings, heads);
  },
  async rebuild(settings) {
    const { rebuildProjections } = await import('./database.js');
    return rebuildProjections(settings);
  },
  async publishHead(settings) {
    const { publishRegisterHead } = await import('./database.js');
    return publishRegisterHead(await here(settings));
  },
  async exportPack(settings, request) {
    const { exportPack } = await import('./pack.js');
    return exportPack(settings, request);
  },
  async verifyPack(folder) {
    const { verifyPack } = await import('../pack/verify.js');
    return verifyPack(folder);
  },
  async sweep(settings) {
    const { sweepHere } = await import('./sweep.js');
    return sweepHere(await here(settings));
  },
  async doctor(env) {
    const { examine } = await import('./doctor.js');
    return examine(env);
  },
};

async function here(settings: Settings): Promise<Settings> {
  const { settingsHere } = await import('./here.js');
  return settingsHere(settings);
}

/** Who reads our output may stop early, as `head` does: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };
/** Temporal's runtime would keep the process alive after a start that failed. */
const endNow = () => process.stdout.write('', () => process.exit());
void run(process.argv.slice(2), parts, version).then(endNow);
