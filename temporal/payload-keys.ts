import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PayloadKey, Settings } from '../settings';
import { parsePayloadKeys } from '../settings/payload-keys';

/**
 * The configured keys; else the one in the data folder, made on first use and readable by its owner
 * only. Who loses that file loses what the embedded Temporal server holds.
 */
export function payloadKeys(settings: Settings): readonly PayloadKey[] {
  if (settings.payloadKeys.length > 0) return settings.payloadKeys;
  const file = join(settings.dataFolder, 'payload-key');
  makeOnce(file);
  const keys = parsePayloadKeys(readFileSync(file, 'utf8').trim());
  if (keys === null) throw new Error(`${file} does not hold a key; put it back from a copy`);
  return keys;
}

/** A link appears whole or not at all, so of two first starts one makes the key, both read it. */
function makeOnce(file: string): void {
  if (existsSync(file)) return;
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}
