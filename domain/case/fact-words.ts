import type { Fact } from '../report';

/** What is asked about a child, as people say it. */
export const factWords = {
  harm: 'harm',
  abuseOrNeglect: 'abuse or neglect',
  lookedAfter: 'looked after',
  regulatedSetting: 'in a regulated setting',
  careLeaver: 'care leaver',
} as const satisfies Record<Fact, string>;

/** A fact's value in words: `don’t know yet`, `seriously harmed`. */
export const factValueWords = (value: string): string =>
  value === 'not-yet-known' ? 'don’t know yet' : value.replaceAll('-', ' ');
