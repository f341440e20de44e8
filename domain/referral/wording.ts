import type { Authority } from '../authority';
import type { Outcome, PartnersView } from './commands';

/** Stands wherever a referral is written or read. */
export const notForAChildAtRisk =
  'A practice review referral is not for reporting a child at risk. Where a child may be at risk ' +
  'now, raise the safeguarding concern with the front door first; in an emergency ring 999.';

/** That, with whom to ring, from the authority's file. */
export const howToReportAChildAtRisk = ({ onCall }: Pick<Authority, 'onCall'>): string[] => [
  notForAChildAtRisk,
  ...onCall.map(({ role, phone }) => `${role}: ${phone}`),
];

export const outcomeWords = {
  'meets-the-criteria': 'the criteria are met, and the local authority notifies',
  'other-local-learning': 'the criteria are not met; there is other local learning',
  'no-further-action': 'no further action',
  'more-information': 'more information is needed',
} as const satisfies Record<Outcome, string>;

export const viewWords = {
  meets: 'the criteria are met',
  'does-not-meet': 'the criteria are not met',
  'not-sure': 'not sure',
} as const satisfies Record<PartnersView, string>;
