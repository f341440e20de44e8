import { z } from 'zod';
import type { CaseState } from './state';

const items = z.array(z.looseObject({}));

/** Enough to tell an incident of this release from anything else: it was checked when it came about. */
const incidentState = z.looseObject({
  kind: z.literal('incident'),
  reference: z.string(),
  status: z.enum(['open', 'closed', 'withdrawn']),
  rulebook: z.string(),
  becameAwareAt: z.string(),
  children: items,
  facts: items,
  tasks: items,
  proposals: items,
  nextEntry: z.int(),
  nextBatch: z.int(),
});

/**
 * An incident's state as it was kept after an entry. Throws RangeError where it is not one, or where
 * the next entry would leave a gap.
 */
export function readKeptState(
  kept: unknown,
  { reference, number }: { readonly reference: string; readonly number: number },
): CaseState {
  const { data } = incidentState.safeParse(kept);
  if (data?.reference === reference && data.nextEntry === number + 1) return kept as CaseState;
  throw new RangeError(`What is kept of ${reference} after entry ${number} is no incident’s state`);
}
