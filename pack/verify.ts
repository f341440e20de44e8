import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyState } from '../domain/records';
import { parseHeads } from '../register/head';
import { chainMisfit } from './chain';
import { entriesOf, sha256 } from './contents';
import {
  manifestFile,
  packFiles,
  parseManifest,
  parseTimeline,
  type Manifest,
  type Timeline,
} from './format';
import { entryRow, timelinePage } from './page';

/** The first thing that does not fit: a file, or one entry of it. */
export interface PackMisfit {
  readonly file: string;
  readonly number: number | null;
  readonly problem: string;
}

export type VerifiedPack =
  | {
      readonly ok: true;
      readonly reference: string;
      readonly entries: number;
      readonly files: number;
      /** SHA-256 of the manifest, to be compared with the one that was written down. */
      readonly manifestHash: string;
    }
  | { readonly ok: false; readonly misfit: PackMisfit };

/**
 * Checks a pack from its own files alone: the chain over its entries, each file's hash, that nothing
 * was added, and that the page tells what the entries say. Throws where a file cannot be read.
 */
export async function verifyPack(folder: string): Promise<VerifiedPack> {
  const present = await readdir(folder);
  const missing = packed.find((name) => !present.includes(name));
  if (missing !== undefined) return misfit(missing, 'It is missing.');
  const contents = new Map<string, Buffer>();
  for (const name of packed) {
    contents.set(name, await readFile(join(folder, name)));
  }
  const text = (name: string) => contents.get(name)?.toString('utf8') ?? '';
  const manifest = parseManifest(text(manifestFile));
  if (manifest === null) return misfit(manifestFile, notKnown);
  const timeline = parseTimeline(text('timeline.json'));
  if (timeline === null) return misfit('timeline.json', notKnown);
  const broken = chainMisfit(timeline, manifest);
  if (broken) return { ok: false, misfit: { file: 'timeline.json', ...broken } };
  const changed = packFiles.find(
    (name) => sha256(contents.get(name) ?? '') !== manifest.files[name],
  );
  if (changed !== undefined) return misfit(changed, 'It was changed since it was exported.');
  const added = present.find((name) => !packed.includes(name));
  if (added !== undefined) return misfit(added, 'It was added: no pack holds such a file.');
  const strays = pageMisfit(text, { timeline, manifest });
  if (strays) return { ok: false, misfit: strays };
  return {
    ok: true,
    reference: manifest.reference,
    entries: manifest.chain.entries,
    files: packFiles.length,
    manifestHash: sha256(text(manifestFile)),
  };
}

/** The page is made anew from the other files. Null: it is the same, byte for byte. */
function pageMisfit(text: (name: string) => string, checked: Checked): PackMisfit | null {
  const page = pageOf(text, checked);
  if (!page) return { file: 'record.json', number: null, problem: notKnown };
  const file = 'timeline.html';
  if (text(file) === page.text) return null;
  const lines = new Set(text(file).split('\n'));
  const other = page.entries.find((entry) => !lines.has(entryRow(entry).text));
  const problem = other
    ? 'The page does not say what this entry says.'
    : 'The page says something else than the entries and the record.';
  return { file, number: other?.number ?? null, problem };
}

interface Checked {
  readonly timeline: Timeline;
  readonly manifest: Manifest;
}

/** Null: the record in the pack is none. */
function pageOf(text: (name: string) => string, { timeline, manifest }: Checked) {
  try {
    const { state } = JSON.parse(text('record.json')) as { readonly state: AnyState };
    const [head] = parseHeads(text('head.json'));
    const entries = entriesOf(timeline);
    const registerHead = head?.head ?? '';
    return { entries, text: timelinePage({ manifest, registerHead, state, entries }) };
  } catch {
    return null;
  }
}

const packed: readonly string[] = [manifestFile, ...packFiles];
const notKnown = 'It is not as this program writes it.';

const misfit = (file: string, problem: string): VerifiedPack => ({
  ok: false,
  misfit: { file, number: null, problem },
});
