import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflows } from '../../workers/bundle';

const folder = 'node_modules/.cache/notifiable';
const sources = ['domain', 'workflows', 'temporal', 'workers/bundle.ts', 'package-lock.json'];

/**
 * The workflow code in one file, made anew only where its sources have changed: it takes seconds, and
 * every file of tests starts a worker.
 */
export async function bundledOnce(): Promise<{ readonly codePath: string }> {
  const codePath = join(folder, `workflows-${hashOf(sources)}.js`);
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflows();
  mkdirSync(folder, { recursive: true });
  const draft = `${codePath}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, codePath);
  return { codePath };
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

const filesIn = (path: string): string[] =>
  /\.\w+$/.test(path)
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(path, name))
        .sort();
