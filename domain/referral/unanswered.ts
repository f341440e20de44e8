import type { ReferralForm } from './form';
import { isAsked, questions, type Question, type QuestionName } from './questions';

/** A question that the form leaves open, and where its answer belongs. */
export interface Unanswered {
  /** As written in the file: `children[0].harm`. */
  readonly field: string;
  readonly ask: string;
}

/** What is asked in this capacity and not answered yet, in the form's order. It blocks nothing. */
export function unansweredIn(form: ReferralForm): Unanswered[] {
  if (form.kind === 'considered-not-referring') return [];
  const rows = Object.entries<Question>(questions).filter(
    ([name, { optional }]) =>
      (!optional || isNeeded(form, name)) && isAsked(name as QuestionName, form.referrer.capacity),
  );
  return rows.flatMap(([name, { ask }]) =>
    placesOf(form, name)
      .filter(({ value }) => isOpen(value))
      .map(({ field }) => ({ field, ask })),
  );
}

/** Which authority notifies depends on it, where it happened elsewhere. */
const isNeeded = ({ place }: ReferralForm, name: string): boolean =>
  name === 'incidentArea' && place === 'elsewhere-in-england';

interface Place {
  readonly field: string;
  readonly value: unknown;
}

function placesOf(form: ReferralForm, name: string): Place[] {
  const [parent = '', key] = name.split('.');
  const value: unknown = Reflect.get(form, parent);
  if (key === undefined) return [{ field: name, value }];
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => {
      const field = `${parent}[${index}].${key}`;
      return { field, value: valueIn(item, key) };
    });
  }
  // The whole answer is missing, and is named already.
  return value === null ? [] : [{ field: name, value: valueIn(value, key) }];
}

const valueIn = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const isOpen = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === 'not-yet-known' ||
  (Array.isArray(value) && value.length === 0);
