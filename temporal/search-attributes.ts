import { defineSearchAttributeKey } from '@temporalio/common';

/** Written by workflows only, and nothing personal in them: these are not encrypted. */
export const searchAttributes = {
  stage: defineSearchAttributeKey('NotifiableStage', 'KEYWORD'),
  nextDue: defineSearchAttributeKey('NotifiableNextDue', 'DATETIME'),
  hasLate: defineSearchAttributeKey('NotifiableHasLate', 'BOOL'),
  rulebook: defineSearchAttributeKey('NotifiableRulebook', 'KEYWORD'),
} as const;
