import type { ListQuery } from './answers';

/** What a list is asked for by somebody who narrows it by nothing. */
export const openRecords: ListQuery = {
  ...{ state: null, kind: null, status: null, reference: null, all: false },
  ...{ taskOwner: null, recipient: null, criterion: null, dueBefore: null, daysLeft: null },
  ...{ limit: 50, after: null },
};
