import type { LikelyDuplicate } from '../../domain/case/duplicates';
import type { Visit } from '../visit';

/** A likely duplicate as it is shown to somebody. */
export interface SeenDuplicate extends LikelyDuplicate {
  /** The record concerns them: they can open it. */
  readonly isTheirs: boolean;
}

/** Those that a person may open are links; of the others only the reference is said. */
export const seenBy = ({ cases }: Visit, likely: readonly LikelyDuplicate[]) =>
  Promise.all(
    likely.map(async (one): Promise<SeenDuplicate> => {
      const seen = await cases.inspect(one.reference);
      return { ...one, isTheirs: seen.ok };
    }),
  );
