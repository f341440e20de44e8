import type { Problem } from '../../../domain/problem';
import { readMoment, type Read } from '../../moments';
import { textOf, type Form } from '../../visit';
import type { FactToDate } from './facts-to-date';
import { underPage } from './pages';

/** Since when the facts of one child are known, as far as a patch has to say it. */
export interface ChildMoments {
  readonly knownAt: Readonly<Record<string, string>>;
  /** Why some were known later than the incident; null: none was, or nobody wrote it. */
  readonly reason: string | null;
}

export interface ToldMoments {
  readonly of: (child: number) => ChildMoments;
  readonly problems: readonly Problem[];
}

/** A form knows no seconds. */
export const sameMinute = (one: string, other: string): boolean =>
  one.slice(0, 16) === other.slice(0, 16);

/** Every changed fact is known from the first, unless another moment is given. */
export function toldMoments(
  form: Form | undefined,
  dated: readonly FactToDate[],
  becameAwareAt: string,
): ToldMoments {
  const later = form !== undefined && textOf(form, 'same') === 'no' ? form : null;
  const read = dated.map((one) => ({ ...one, read: momentOf(one, later, becameAwareAt) }));
  const told = read.flatMap(({ child, fact, read: { value } }) =>
    value === null ? [] : [{ child, fact, at: value }],
  );
  const reason = (later && textOf(later, 'why')) || null;
  return {
    of: (child) => {
      const ofChild = told.filter((one) => one.child === child);
      const isLater = ofChild.some(({ at }) => at > becameAwareAt);
      return {
        knownAt: Object.fromEntries(ofChild.map(({ fact, at }) => [fact, at])),
        reason: isLater ? reason : null,
      };
    },
    problems: read.flatMap(({ read: { problems } }) => problems.map(underPage('known'))),
  };
}

/** Null: nothing has to be said of it. */
function momentOf(
  { field, knownAt, isChanged }: FactToDate,
  later: Form | null,
  becameAwareAt: string,
): { readonly value: string | null; readonly problems: readonly Problem[] } {
  const read: Read<string | null> = later ? readMoment(later, field) : { value: null };
  if ('problems' in read) return { value: null, problems: read.problems };
  if (isChanged) return { value: read.value ?? becameAwareAt, problems: [] };
  const isOther = read.value !== null && !sameMinute(read.value, knownAt);
  return { value: isOther ? read.value : null, problems: [] };
}
