import type { DataConverter } from '@temporalio/common';
import type { Settings } from '../settings';
import { encryptionCodec } from './codec';
import { payloadKeys } from './payload-keys';

/** Where the failure converter lives; a prebuilt workflow bundle must be given the same path. */
export const failureConverterPath = require.resolve('./failure-converter');

/** The one converter of every client and every worker. */
export function dataConverter(settings: Settings): DataConverter {
  return { failureConverterPath, payloadCodecs: [encryptionCodec(payloadKeys(settings))] };
}
