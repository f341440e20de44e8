import { z } from 'zod';
import { kindOf, type RecordKindName } from './record/kinds';
import type { AnyState } from './records';

const items = z.array(z.looseObject({}));

const book = {
  reference: z.string(),
  status: z.enum(['open', 'closed', 'withdrawn']),
  rulebook: z.string(),
  tasks: items,
  proposals: items,
  nextEntry: z.int(),
  nextBatch: z.int(),
};

/** Enough to tell a record of this release from anything else: it was checked when it came about. */
const schemas = {
  incident: z.looseObject({
    ...book,
    kind: z.literal('incident'),
    becameAwareAt: z.string(),
    children: items,
    facts: items,
  }),
  referral: z.looseObject({
    ...book,
    kind: z.literal('referral'),
    receivedAt: z.string(),
    views: items,
    decisions: items,
  }),
  review: z.looseObject({
    ...book,
    kind: z.literal('review'),
    incident: z.string(),
    notifiedAt: z.string(),
    decisions: items,
  }),
} as const satisfies Record<RecordKindName, z.ZodType>;

/**
 * A record's state as it was kept after an entry. Throws RangeError where it is not one, or where
 * the next entry would leave a gap.
 */
export function readKeptState(
  kept: unknown,
  { reference, number }: { readonly reference: string; readonly number: number },
): AnyState {
  const { data } = schemas[kindOf(reference)].safeParse(kept);
  if (data?.reference === reference && data.nextEntry === number + 1) return kept as AnyState;
  throw new RangeError(`What is kept of ${reference} after entry ${number} is no record’s state`);
}
