import type { Problem } from '../../domain/problem';
import { mistakes } from '../forms';
import { listOf, type Form, type RecordVisit } from '../visit';
import type { Field } from './action';
import { fieldId } from './read';

/** What a form was sent with, and what is wrong with it. */
export interface TypedForm {
  readonly typed: Form;
  readonly problems?: readonly Problem[];
}

/** The questions of a form as its template draws them: everything typed stays, each problem at its field. */
export function formShown(
  fields: readonly Field[],
  visit: RecordVisit,
  { typed, problems = [] }: TypedForm,
) {
  const shown = fields.map((field) => ({
    ...field,
    id: fieldId(field),
    choices: field.options?.(visit) ?? [],
    chosen: listOf(typed, field.name),
  }));
  return { fields: shown, typed, wrong: mistakes(problems, (path) => fieldAt(path, shown)) };
}

/** Of the page on which a form is shown. */
export const statusOf = ({ problems = [] }: TypedForm): number => (problems.length > 0 ? 422 : 200);

/** The field that a problem's path means: `reason`, `--to`, `on`; anything else is the form's. */
function fieldAt(path: string, fields: readonly (Field & { readonly id: string })[]): string {
  const name = path.replace(/^--/, '');
  const [first = ''] = name.split(/[.[]/);
  const at = (wanted: string) =>
    fields.find((field) => [field.name, field.id, field.path].includes(wanted));
  return (at(name) ?? at(first))?.id ?? 'form';
}
