import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseHeads } from '../register/head';
import type { HeadFile } from './ports';

/** A file of heads, one JSON document a line. It is only ever added to, and is on disk when told so. */
export function createHeadFile(path: string): HeadFile {
  return {
    path,
    async append(head) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(path, 'a', 0o600);
      try {
        await file.appendFile(`${JSON.stringify(head)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    read: async () => (existsSync(path) ? parseHeads(await readFile(path, 'utf8')) : []),
  };
}
