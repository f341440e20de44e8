import {
  type Payload,
  type PayloadCodec,
  type SerializationContext,
  ValueError,
} from '@temporalio/common';
import type { PayloadKey } from '../settings';
import { cipherName, decryptBytes, encryptBytes } from './aes';
import { bindingOf } from './names';
import { payloadFromBytes, payloadToBytes } from './payload-message';

const encoding = 'binary/encrypted';

/**
 * Encrypts with the first key and decrypts with whichever is named. Namespace and workflow id are
 * associated data: a payload moved to another case does not decrypt (names.ts says how sweeps are bound). What does not belong to a
 * workflow (a schedule's memo) is bound to no id. Plaintext is refused.
 */
export function encryptionCodec(keys: readonly PayloadKey[]): PayloadCodec {
  const [current] = keys;
  if (current === undefined) throw new ValueError('At least one payload key is needed');
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    encode: (payloads, context) =>
      Promise.resolve(payloads.map((payload) => encrypt(payload, current, context))),
    decode: async (payloads, context) =>
      payloads.map((payload) => {
        if (textOf(payload, 'encoding') !== encoding) {
          throw new ValueError('A payload that is not encrypted is refused');
        }
        const id = textOf(payload, 'encryption-key-id');
        const key = byId.get(id);
        if (key === undefined) throw new ValueError(`No payload key named "${id}" is configured`);
        return decrypt(payload, key, context);
      }),
  };
}

function encrypt(payload: Payload, key: PayloadKey, context?: SerializationContext): Payload {
  return {
    metadata: {
      encoding: Buffer.from(encoding),
      'encryption-cipher': Buffer.from(cipherName),
      'encryption-key-id': Buffer.from(key.id),
    },
    data: encryptBytes(payloadToBytes(payload), key.secret, associatedData(key, context)),
  };
}

function decrypt(payload: Payload, key: PayloadKey, context?: SerializationContext): Payload {
  const data = Buffer.from(payload.data ?? []);
  try {
    return payloadFromBytes(decryptBytes(data, key.secret, associatedData(key, context)));
  } catch (cause) {
    const where = context?.workflowId ?? 'no workflow';
    throw new ValueError(
      `A payload of ${where} does not decrypt with key "${key.id}": wrong key or tampered with`,
      cause,
    );
  }
}

function associatedData(key: PayloadKey, context?: SerializationContext): Buffer {
  const { namespace = null, workflowId = null } = context ?? {};
  return Buffer.from(JSON.stringify([key.id, namespace, workflowId && bindingOf(workflowId)]));
}

function textOf(payload: Payload, field: string): string {
  return Buffer.from(payload.metadata?.[field] ?? []).toString();
}
