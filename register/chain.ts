import { createHash } from 'node:crypto';

/** What a chain's first link follows. */
export const noHash = Buffer.alloc(32);

/** The link of an entry in its case's chain, over the bytes as they are stored. */
export function entryHash(
  previous: Buffer,
  { reference, number, body }: { reference: string; number: number; body: Buffer },
): Buffer {
  return sha256(previous, JSON.stringify([reference, number]), body);
}

/** The link of an entry in the whole register's chain; it also covers when the entry came in. */
export function registerHash(
  previous: Buffer,
  { sequence, recordedAt, hash }: { sequence: number; recordedAt: string; hash: Buffer },
): Buffer {
  return sha256(previous, JSON.stringify([sequence, recordedAt]), hash);
}

/** The link of a refusal or a read in the second chain. */
export function accessHash(
  previous: Buffer,
  { sequence, body }: { sequence: number; body: Buffer },
): Buffer {
  return sha256(previous, JSON.stringify([sequence]), body);
}

/** The line ends before the body begins, so that no two inputs give the same bytes. */
function sha256(previous: Buffer, line: string, body: Buffer): Buffer {
  return createHash('sha256').update(previous).update(`${line}\n`).update(body).digest();
}
