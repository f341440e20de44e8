import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

export const cipherName = cipher;

/** `secret` is 32 bytes in base64. What it belongs to is needed again to decrypt. */
export function encryptBytes(plain: Uint8Array, secret: string, belongsTo: Buffer): Buffer {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, Buffer.from(secret, 'base64'), iv);
  sealing.setAAD(belongsTo);
  return Buffer.concat([iv, sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
}

/** Throws where the secret is another, the bytes were changed, or they belong to something else. */
export function decryptBytes(sealed: Buffer, secret: string, belongsTo: Buffer): Buffer {
  const opening = createDecipheriv(
    cipher,
    Buffer.from(secret, 'base64'),
    sealed.subarray(0, ivBytes),
    { authTagLength: tagBytes },
  );
  opening.setAAD(belongsTo);
  opening.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([opening.update(sealed.subarray(ivBytes, -tagBytes)), opening.final()]);
}
