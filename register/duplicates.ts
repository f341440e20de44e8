import { sql } from 'kysely';
import type { LikelyDuplicate } from '../domain/case/duplicates';
import type { Likeness } from '../domain/case/likeness';
import type { RecordKindName } from '../domain/record/kinds';
import type { Database } from './database';
import type { Seal } from './seal';

const most = 20;

interface Sought extends Likeness {
  readonly kinds: readonly RecordKindName[];
}

/**
 * The records of these kinds that look the same, whatever became of them: the same local case id, or the same
 * known date in the same area. At most the twenty of which the authority became aware last.
 */
export async function findDuplicates(
  db: Database,
  seal: Seal,
  { kinds, ...likeness }: Sought,
): Promise<LikelyDuplicate[]> {
  const { localCaseIds, occurredOn, place, area } = likeness;
  const marks = localCaseIds.flatMap((id) => seal.marks(id));
  const isThere = area === null ? sql`area is null` : sql`area = ${area}`;
  const sameCase = sql<boolean>`case_marks && ${marks}::text[]`;
  const sameDay = sql<boolean>`occurred_on = ${occurredOn}::date and place = ${place} and ${isThere}`;
  return db
    .selectFrom('records')
    .select(['reference', 'status', 'becameAwareAt'])
    .select([sameCase.as('sameCase'), sql<boolean>`coalesce(${sameDay}, false)`.as('sameDay')])
    .where('kind', 'in', kinds)
    .where(sql<boolean>`(${sameCase} or ${sameDay})`)
    .orderBy('becameAwareAt', 'desc')
    .orderBy('reference')
    .limit(most)
    .execute();
}
