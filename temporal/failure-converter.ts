import { DefaultFailureConverter } from '@temporalio/common';

/** Found by path and by this name; a message can quote a report, so it is encoded like payloads. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
