import type { Problem } from '../../domain/problem';
import { readDate, readMoment, type Read } from '../moments';
import { listOf, textOf, type Form, type RecordVisit } from '../visit';
import type { Action, Field, Values } from './action';

/** Every field of an action, or every problem of the form. */
export function readValues(
  { fields }: Action,
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
  const { name, label, kind, optional } = field;
  const value = valueOf(field, visit.body);
  if ('problems' in value) return value;
  const isEmpty = value.value === null || value.value.length === 0;
  if (isEmpty) {
    if (optional) return { value: null };
    const remedy = kind === 'choice' || kind === 'choices' ? 'Choose an answer' : 'Write an answer';
    return { problems: [{ path: fieldId(field), problem: `Not answered: ${label}`, remedy }] };
  }
  const known = field.options?.(visit).map((option) => option.value);
  const isUnknown = known && [value.value].flat().some((one) => !known.includes(one));
  if (isUnknown) {
    const remedy = 'Choose one of those that are shown';
    return { problems: [{ path: name, problem: 'That can no longer be chosen', remedy }] };
  }
  return value;
}

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
