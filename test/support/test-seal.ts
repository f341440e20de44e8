import { createSeal } from '../../temporal/seal';

/** A seal whose key everybody may know. */
export const testSeal = createSeal([
  { id: 'test', secret: Buffer.alloc(32, 7).toString('base64') },
]);
