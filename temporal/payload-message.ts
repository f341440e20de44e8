import type { Payload } from '@temporalio/common';
import { Field, MapField, Type } from 'protobufjs';

/** Temporal's own `Payload` message, so that any tool that speaks it can read what we decrypt. */
const message = new Type('Payload')
  .add(new MapField('metadata', 1, 'string', 'bytes'))
  .add(new Field('data', 2, 'bytes'));

export function payloadToBytes(payload: Payload): Uint8Array {
  return message.encode(message.create({ ...payload })).finish();
}

export function payloadFromBytes(bytes: Uint8Array): Payload {
  const payload: Payload = message.toObject(message.decode(bytes), { objects: true });
  return payload;
}
