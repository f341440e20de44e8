import { findLikely } from '../../client/compare';
import type { LikelyDuplicate } from '../../domain/case/duplicates';
import { likenessOf } from '../../domain/case/likeness';
import type { Visit } from '../visit';

/** A likely duplicate as it is shown to somebody. */
export interface SeenDuplicate extends LikelyDuplicate {
  /** The record concerns them: they can open it. */
  readonly isTheirs: boolean;
}

/**
 * Incidents that look like this one, those under `known` aside; none where nobody can look. Those that
 * a person may open are links; of the others only the reference is said.
 */
export async function likelySeenBy(
  { cases, register }: Visit,
  report: unknown,
  known: readonly string[] = [],
): Promise<readonly SeenDuplicate[]> {
  const found = await findLikely({ register }, likenessOf(report), ['incident']);
  const others = typeof found === 'string' ? [] : found;
  return Promise.all(
    others
      .filter(({ reference }) => !known.includes(reference))
      .map(async (one) => ({ ...one, isTheirs: (await cases.inspect(one.reference)).ok })),
  );
}
