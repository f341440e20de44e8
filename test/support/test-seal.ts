import { createSeal } from '../../temporal/seal';

/** A key that everybody may know, as it stands in the environment. */
export const testKey = Buffer.alloc(32, 7).toString('base64');

export const testSeal = createSeal([{ id: 'test', secret: testKey }]);
