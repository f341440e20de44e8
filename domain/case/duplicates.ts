import { londonDateOf } from '../calendar';
import { kindOf } from '../record/kinds';
import { dateInWords } from '../wording';
import type { CaseState } from './state';

/** An incident that may be the same as one that is being handed in. */
export interface LikelyDuplicate extends Pick<CaseState, 'reference' | 'status' | 'becameAwareAt'> {
  /** A child of each has the same local case id. */
  readonly sameCase: boolean;
  /** Both happened on the same known date in the same area. */
  readonly sameDay: boolean;
}

/** What came of looking for likely duplicates, where the history must say it. */
export type Comparison =
  /** Some were found, and a person says that this is another incident. */
  | { readonly likely: readonly LikelyDuplicate[]; readonly reason: string }
  /** Nobody could look, and why. `reason` is what a person gave all the same. */
  | { readonly notCompared: string; readonly reason: string | null };

/** Each with why it looks the same and when the authority knew of it. No child’s data is in it. */
export const likelyInWords = (likely: readonly LikelyDuplicate[]): string =>
  likely.map(oneInWords).join('; ');

function oneInWords({ reference, status, becameAwareAt, ...same }: LikelyDuplicate): string {
  const why = [
    ...(same.sameCase ? ['a child with the same local case id'] : []),
    ...(same.sameDay ? ['the same date and area'] : []),
  ].join(', ');
  const withdrawn = status === 'withdrawn' ? ', since withdrawn' : '';
  const known = dateInWords(londonDateOf(becameAwareAt));
  const since = kindOf(reference) === 'referral' ? 'received on' : 'the authority became aware on';
  return `${reference} (${why}; ${since} ${known}${withdrawn})`;
}

/** The line of history that says what came of it; `by` handed the incident in. */
export function comparisonInWords(comparison: Comparison, by: string): string {
  if ('likely' in comparison) {
    const { likely, reason } = comparison;
    return `This is not a duplicate: ${reason}. It looks like ${likelyInWords(likely)}.`;
  }
  const { notCompared, reason } = comparison;
  const given = reason === null ? '' : ` ${by} says that it is not a duplicate: ${reason}.`;
  return `${notCompared} Whether it was handed in before must be looked up by hand.${given}`;
}
