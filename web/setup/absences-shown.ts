import { londonDateOf } from '../../domain/calendar';
import { mayDo, permissions } from '../../domain/permissions';
import { Unreachable } from '../../temporal/unreachable';
import type { SignedIn, Visit } from '../visit';

/** One absence as the page lists it. */
export interface ShownAbsence {
  /** Of one that people entered; null: it stands in the authority's file, and is changed there. */
  readonly id: string | null;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Null: nobody in particular. */
  readonly cover: string | null;
  readonly enteredBy: string | null;
  readonly mayEnd: boolean;
}

export const mayEnterOthers = ({ roles }: Pick<SignedIn, 'roles'>): boolean =>
  mayDo(permissions.absences.ofAnother, roles);

/** Every absence that stands and is not over, the first to begin first. */
export async function absencesShown(visit: Visit): Promise<ShownAbsence[]> {
  const { authority, person, cases, now } = visit;
  const listed = await cases.absences();
  if (!listed.ok)
    throw new Unreachable(listed.problems.map(({ problem }) => problem).join(' '), '');
  const nameOf = (id: string) => authority.people.find((one) => one.id === id)?.name ?? id;
  const entered = listed.value.filter(({ endedAt }) => endedAt === null);
  const keys = new Set(entered.map(keyOf));
  const inFile = authority.people.flatMap(({ id, away }) =>
    away
      .map((absence) => ({ ...absence, person: id }))
      .filter((absence) => absence.to >= londonDateOf(now) && !keys.has(keyOf(absence))),
  );
  return [
    ...entered.map((one) => ({
      ...{ ...one, name: nameOf(one.person), enteredBy: nameOf(one.by) },
      mayEnd: one.person === person.id || mayEnterOthers(person),
    })),
    ...inFile.map((one) => ({
      ...{ ...one, id: null, name: nameOf(one.person), enteredBy: null, mayEnd: false },
    })),
  ]
    .map((one) => ({ ...one, cover: one.cover === null ? null : nameOf(one.cover) }))
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

const keyOf = (one: { person: string; from: string; to: string; cover: string | null }) =>
  [one.person, one.from, one.to, one.cover].join(' ');
