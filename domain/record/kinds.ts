/** Every kind of record: what its references begin with, and what people call it and what it is made of. */
export const recordKinds = {
  incident: { prefix: 'SI-', words: 'Incident record', path: 'incidents', file: 'report' },
  referral: { prefix: 'PR-', words: 'Practice review referral', path: 'referrals', file: 'form' },
  review: { prefix: 'RR-', words: 'Review', path: 'reviews', file: 'incident' },
} as const satisfies Record<string, Record<'prefix' | 'words' | 'path' | 'file', string>>;

export type RecordKindName = keyof typeof recordKinds;

/** `PR-` and `RR-` are kept for referrals and reviews; every other reference is an incident's. */
export function kindOf(reference: string): RecordKindName {
  if (reference.startsWith(recordKinds.referral.prefix)) return 'referral';
  return reference.startsWith(recordKinds.review.prefix) ? 'review' : 'incident';
}
