import { z } from 'zod';
import * as field from './fields';
import { entriesOf, good, itemsOf } from './loose';
import type { Problem } from './problem';
import { roles, type Role } from './roles';

/** Roles without which the default ladder would speak to nobody. */
const neededRoles = ['notifying-officer', 'manager', 'director'] as const satisfies Role[];

/** Undefined: malformed, and reported already. */
interface DraftPerson {
  readonly id: string | undefined;
  readonly roles: readonly Role[] | undefined;
  readonly away: readonly unknown[];
}

/**
 * Every rule that joins two fields of the authority's file. Takes the file as written, so that one
 * bad field does not hide what is wrong among the good ones.
 */
export function authorityProblems(input: unknown): Problem[] {
  const file = entriesOf(input);
  const people = itemsOf(file.people)?.map(draftPersonOf);
  return [
    ...duplicates(file.partners, 'partners', 'id'),
    ...partnerProblems(file.partners),
    ...duplicates(file.areas, 'areas', 'code'),
    ...duplicates(file.people, 'people', 'id'),
    ...(people ? roleProblems(people) : []),
    ...(people ? people.flatMap((_, index) => absenceProblems(people, index)) : []),
    ...ladderProblems(file.ladder),
  ];
}

function draftPersonOf(input: unknown): DraftPerson {
  const person = entriesOf(input);
  return {
    id: good(field.idField, person.id),
    roles: good(z.array(z.enum(roles)), person.roles),
    away: itemsOf(person.away) ?? [],
  };
}

function duplicates(list: unknown, path: string, key: string): Problem[] {
  const seen = new Set<unknown>();
  return (itemsOf(list) ?? []).flatMap((item, index) => {
    const value = entriesOf(item)[key];
    const isRepeated = typeof value === 'string' && seen.has(value);
    seen.add(value);
    if (!isRepeated) return [];
    const remedy = `Give each entry of ${path} a ${key} of its own`;
    return [{ path: `${path}[${index}].${key}`, problem: `This ${key} is used already`, remedy }];
  });
}

function partnerProblems(list: unknown): Problem[] {
  const partners = itemsOf(list);
  if (!partners || partners.some((item) => entriesOf(item).id === 'local-authority')) return [];
  return [
    {
      path: 'partners',
      problem: 'The local authority is not among the safeguarding partners',
      remedy: 'Add an entry with the id "local-authority"',
    },
  ];
}

function roleProblems(people: readonly DraftPerson[]): Problem[] {
  if (people.some((person) => person.roles === undefined)) return [];
  return neededRoles
    .filter((role) => !people.some((person) => person.roles?.includes(role)))
    .map((role) => ({
      path: 'people',
      problem: `Nobody has the role ${role}`,
      remedy: `Add "${role}" to the roles of at least one person`,
    }));
}

function absenceProblems(people: readonly DraftPerson[], index: number): Problem[] {
  const person = people[index];
  const ids = people.map(({ id }) => id);
  return (person?.away ?? []).flatMap((item, nth) => {
    const path = `people[${index}].away[${nth}]`;
    const absence = entriesOf(item);
    const from = good(field.dateField, absence.from);
    const to = good(field.dateField, absence.to);
    const cover = good(field.idField, absence.cover);
    const problems: Problem[] = [];
    if (from !== undefined && to !== undefined && to < from) {
      const remedy = 'Write the last day of the absence, which may be the same day as "from"';
      problems.push({ path: `${path}.to`, problem: 'The absence ends before it begins', remedy });
    }
    if (cover === undefined) return problems;
    const remedy = "Write another person's id from this file, or leave cover out";
    if (cover === person?.id) {
      problems.push({ path: `${path}.cover`, problem: 'Nobody can cover for themselves', remedy });
    } else if (!ids.includes(cover)) {
      problems.push({ path: `${path}.cover`, problem: 'Nobody has this id', remedy });
    }
    return problems;
  });
}

const openingStep = z.looseObject({ kind: z.literal('task'), when: z.literal('start') });
const closingStep = z.looseObject({ kind: z.literal('late'), when: z.literal('due') });

/** A statutory task of which nobody hears, or whose lateness nobody hears of, must not be. */
function ladderProblems(ladder: unknown): Problem[] {
  const must = itemsOf(entriesOf(ladder).must);
  if (!must) return [];
  const has = (schema: z.ZodType) => must.some((step) => schema.safeParse(step).success);
  const path = 'ladder.must';
  const problems: Problem[] = [];
  if (!has(openingStep)) {
    const remedy = 'Add { "kind": "task", "when": "start", "to": ["notifying-officer"] }';
    problems.push({ path, problem: 'Nobody is given the task when it opens', remedy });
  }
  if (!has(closingStep)) {
    const remedy = 'Add { "kind": "late", "when": "due", "to": ["manager", "director"] }';
    problems.push({ path, problem: 'Nobody is told when the task is late', remedy });
  }
  return problems;
}
