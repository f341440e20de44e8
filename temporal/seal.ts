import { createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PayloadKey } from '../settings';
import { decryptBytes, encryptBytes } from './aes';

/**
 * The register's seal: closes a value to `key id:base64` with the first key, opens with whichever
 * is named. Only the holders of the keys can read it, and only under the reference it is bound to.
 */
export function createSeal(keys: readonly PayloadKey[]) {
  const [current] = keys;
  if (current === undefined) throw new Error('At least one payload key is needed');
  const belongsTo = (id: string, reference: string) =>
    Buffer.from(JSON.stringify([id, 'register', reference]));
  const encrypt = (plain: Uint8Array, reference: string) =>
    encryptBytes(plain, current.secret, belongsTo(current.id, reference));
  const decrypt = (id: string, sealed: Buffer, reference: string) => {
    const key = keys.find((known) => known.id === id);
    if (!key) throw new Error(`No payload key named "${id}" is configured`);
    return decryptBytes(sealed, key.secret, belongsTo(id, reference));
  };
  return {
    close(value: unknown, reference: string): string {
      const plain = gzipSync(JSON.stringify(value), { level: 1 });
      return `${current.id}:${encrypt(plain, reference).toString('base64')}`;
    },
    /** Throws where the key is not configured, or the text was changed. */
    open(sealed: string, reference: string): unknown {
      const [id = '', text = ''] = sealed.split(':');
      const plain = decrypt(id, Buffer.from(text, 'base64'), reference);
      return JSON.parse(gunzipSync(plain).toString('utf8'));
    },
    /** `key id:` and the encrypted bytes. */
    closeBytes: (bytes: Uint8Array, reference: string): Buffer =>
      Buffer.concat([Buffer.from(`${current.id}:`), encrypt(bytes, reference)]),
    openBytes(sealed: Buffer, reference: string): Buffer {
      const end = sealed.indexOf(':');
      return decrypt(sealed.toString('utf8', 0, end), sealed.subarray(end + 1), reference);
    },
    /** Of no use to whoever has no key: short texts cannot be tried out. */
    marks: (text: string): string[] =>
      keys.map(({ secret }) =>
        createHmac('sha256', Buffer.from(secret, 'base64'))
          .update(JSON.stringify(['register', 'mark', text]))
          .digest('base64url'),
      ),
  };
}
