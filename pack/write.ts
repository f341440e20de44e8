import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { json, packContents, sha256, type Export, type PackContents } from './contents';
import type { WholeCase } from '../register/whole-case';
import { manifestFile } from './format';

/** The folder holds something already, which is never overwritten. */
export class FolderNotEmpty extends Error {
  override readonly name = 'FolderNotEmpty';

  constructor(folder: string) {
    super(`${folder} is not empty, so nothing was written. Name a new folder.`);
  }
}

export interface WrittenPack {
  readonly manifest: PackContents['manifest'];
  /** SHA-256 of the manifest: to be written down elsewhere. */
  readonly manifestHash: string;
}

/** Throws FolderNotEmpty where the folder is there and holds anything. */
export async function checkPackFolder(folder: string): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length > 0) throw new FolderNotEmpty(folder);
}

/** Makes the folder, for its owner alone. Throws FolderNotEmpty. */
export async function makePackFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await checkPackFolder(folder);
  await chmod(folder, 0o700);
}

/** Writes a pack that only its owner can read; the manifest comes last. */
export async function writePack(
  folder: string,
  whole: WholeCase,
  by: Export,
): Promise<WrittenPack> {
  const { manifest, files } = packContents(whole, by);
  const closed = { mode: 0o600, flag: 'wx' };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text, closed);
  }
  const text = json(manifest);
  await writeFile(join(folder, manifestFile), text, closed);
  return { manifest, manifestHash: sha256(text) };
}
