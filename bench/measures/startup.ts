import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { program } from '../built';
import { findTemporalBinary } from '../../local/temporal-binary';
import { freePort } from '../../local/ports';
import { atMost, type Figure } from '../measure';

/** `npm start` in an empty data folder, the Temporal program there, until the first message. */
export async function startup(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'notifiable-bench-'));
  const binary = await findTemporalBinary(resolve('.notifiable'), () => undefined);
  mkdirSync(join(folder, 'bin'));
  symlinkSync(binary, join(folder, 'bin', 'temporal'));
  const env = { ...process.env, NOTIFIABLE_DATA: folder, PORT: String(await freePort()) };
  const started = performance.now();
  const example = 'examples/looked-after-child-death.json';
  const up = spawn(process.execPath, [program, 'up', '--try', example], { env, stdio: 'ignore' });
  const ended = once(up, 'exit');
  try {
    await Promise.race([firstMail(join(folder, 'inbox')), ended.then(endedEarly)]);
    const value = (performance.now() - started) / 1000;
    const what = 'start → first task in the inbox';
    return [{ what, value, unit: 's', bound: atMost(20) }];
  } finally {
    up.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstMail(inbox: string): Promise<void> {
  while (!existsSync(inbox) || !readdirSync(inbox).some((name) => name.endsWith('.eml'))) {
    await wait(20);
  }
}

function endedEarly(): never {
  throw new Error('`notifiable up` ended before it sent anything');
}
