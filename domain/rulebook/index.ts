import { england2023 } from './england-2023';
import type { Rulebook } from './rulebook';

const editions: Readonly<Record<string, Rulebook>> = { [england2023.id]: england2023 };

/** The edition of that id. Throws where there is none: a record is never judged by a guess. */
export function rulebookOf(id: string): Rulebook {
  const edition = editions[id];
  if (!edition) throw new Error(`There is no rulebook "${id}"`);
  return edition;
}

/** Every criterion that any edition has. */
export const criterionIds = [
  ...new Set(Object.values(editions).flatMap(({ criteria }) => criteria.map(({ id }) => id))),
];

export * from './rulebook';
