/**
 * What goes on alongside a notification: a list without clocks, from the practice of some areas (read
 * at second hand) and general knowledge. Nothing here holds up the notification.
 */
export const alongsideItems = {
  safety: 'Safety of this child, brothers, sisters and others: a strategy discussion',
  police: 'Police',
  coroner: 'Coroner',
  'child-death-review': 'Child death review and joint agency response',
  lado: 'Designated officer for allegations (LADO)',
  'provider-notice': 'The provider’s own notice to Ofsted or CQC',
  parents:
    'Parents: for a looked-after child the authority tells them, after agreeing with the police',
  support: 'Support for the family and for staff',
  'records-secured': 'Agencies’ records secured',
} as const;

export type AlongsideItem = keyof typeof alongsideItems;
export const alongsideItemNames = Object.keys(alongsideItems) as [
  AlongsideItem,
  ...AlongsideItem[],
];

export const standingWords = {
  done: 'done',
  'in-hand': 'in hand',
  'not-needed': 'not needed',
} as const;

export type AlongsideStanding = keyof typeof standingWords;
export const alongsideStandings = Object.keys(standingWords) as [
  AlongsideStanding,
  ...AlongsideStanding[],
];

/** A safeguarding partner’s view of what is notified. */
export const agreementWords = {
  agrees: 'agrees',
  disagrees: 'disagrees',
  'no-view-yet': 'no view yet',
} as const;

export type Agreement = keyof typeof agreementWords;
export const agreements = Object.keys(agreementWords) as [Agreement, ...Agreement[]];

export const signOffWords = {
  given: 'given',
  without: 'submitted without it',
} as const;

export type SignOffView = keyof typeof signOffWords;
export const signOffViews = Object.keys(signOffWords) as [SignOffView, ...SignOffView[]];
