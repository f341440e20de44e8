import type { Problem } from '../../domain/problem';
import { readDate, readMoment, type Read } from '../moments';
import { listOf, textOf, type Form, type RecordVisit } from '../visit';
import type { Field, Values } from './action';

/** The kernel takes no longer words (domain/record/task-commands.ts). */
const longest = 4000;

/** Every field of a form, or every problem of it. */
export function readValues(
  fields: readonly Field[],
  visit: RecordVisit,
): { readonly values: Values; readonly problems: readonly Problem[] } {
  const read = fields.map((field) => [field.name, readField(field, visit)] as const);
  return {
    values: Object.fromEntries(
      read.flatMap(([name, one]) => ('value' in one ? [[name, one.value]] : [])),
    ),
    problems: read.flatMap(([, one]) => ('problems' in one ? one.problems : [])),
  };
}

function readField(field: Field, visit: RecordVisit): Read<Values[string]> {
  const { label, kind, optional } = field;
  const read = valueOf(field, visit.body);
  if ('problems' in read) return read;
  const { value } = read;
  if (value === null || value.length === 0) {
    if (optional) return { value: null };
    const remedy = kind === 'choice' || kind === 'choices' ? 'Choose an answer' : 'Write an answer';
    return wrong(field, `Not answered: ${label}`, remedy);
  }
  const known = field.options?.(visit).map((option) => option.value);
  if (known && [value].flat().some((one) => !known.includes(one))) {
    return wrong(field, 'That can no longer be chosen', 'Choose one of those that are shown');
  }
  return value.length > longest
    ? wrong(field, 'This is too long', 'Write at most 4,000 characters')
    : read;
}

const wrong = (field: Field, problem: string, remedy: string) => ({
  problems: [{ path: fieldId(field), problem, remedy }],
});

/** Where an error leads: the first input of the field. */
export const fieldId = ({ name, kind }: Pick<Field, 'name' | 'kind'>): string =>
  kind === 'date' || kind === 'moment' ? `${name}-day` : name;

function valueOf({ name, kind }: Field, form: Form): Read<Values[string]> {
  switch (kind) {
    case 'date':
      return readDate(form, name);
    case 'moment':
      return readMoment(form, name);
    case 'choices':
      return { value: listOf(form, name) };
    default:
      return { value: textOf(form, name) };
  }
}
