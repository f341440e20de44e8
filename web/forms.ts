import type { Problem } from '../domain/problem';
import { plain } from './plain';

/** A problem as GOV.UK's error summary shows it: what, and the field that it leads to. */
export interface FieldError {
  readonly text: string;
  readonly href: string;
}

/** What a form shows again after wrong input: everything typed, and each problem at its field. */
export interface Mistakes {
  readonly summary: readonly FieldError[];
  /** By field. */
  readonly at: Readonly<Record<string, { readonly text: string }>>;
}

/** The problems of a form by its fields; `fieldOf` names the field of a path, or the form itself. */
export function mistakes(
  problems: readonly Problem[],
  fieldOf: (path: string) => string = (path) => path,
): Mistakes {
  const all = problems.map(({ path, problem, remedy }) => ({
    field: fieldOf(path) || 'form',
    text: plain(sentence(problem, remedy)),
  }));
  const once = all.filter(
    ({ field, text }, index) =>
      all.findIndex((o) => o.field === field && o.text === text) === index,
  );
  return {
    summary: once.map(({ field, text }) => ({ text, href: `#${field}` })),
    at: Object.fromEntries(once.toReversed().map(({ field, text }) => [field, { text }])),
  };
}

/** One sentence or two: what is wrong, and what to do. */
function sentence(problem: string, remedy: string): string {
  const said = problem.trim().replace(/\.$/, '');
  const first = said.endsWith('?') ? said : `${said}.`;
  return remedy.trim() === '' ? first : `${first} ${remedy.trim().replace(/\.$/, '')}.`;
}
