import { createHash } from 'node:crypto';

/** An AES-256 key and the name that travels with what it encrypted. */
export interface PayloadKey {
  readonly id: string;
  /** 32 bytes in base64. */
  readonly secret: string;
}

/** `secret` or `id:secret`, several separated by commas; null: not that. */
export function parsePayloadKeys(text: string): readonly PayloadKey[] | null {
  const keys = text.split(',').map((part) => parseOne(part.trim()));
  const valid = keys.filter((key) => key !== null);
  const ids = new Set(valid.map((key) => key.id));
  return valid.length === keys.length && ids.size === keys.length ? valid : null;
}

function parseOne(text: string): PayloadKey | null {
  const [, id, secret] = /^(?:([\w.-]{1,40}):)?([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  if (secret === undefined) return null;
  return { id: id ?? fingerprint(secret), secret };
}

/** A key without a name is named by its fingerprint, which is the same on every machine. */
function fingerprint(secret: string): string {
  return createHash('sha256').update(Buffer.from(secret, 'base64')).digest('hex').slice(0, 8);
}
