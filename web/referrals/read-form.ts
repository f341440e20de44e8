import { parseReferral, type ReferralForm } from '../../domain/referral/form';
import type { Problem } from '../../domain/problem';
import { readDate, readMoment, type Read } from '../moments';
import { textOf, type Form } from '../visit';
import { childrenIn, inputsOf, refOf, type FormField } from './fields';
import { linesOf, place } from './place';
import { plainProblem } from './problems';

/** A form as it would be handed in, and all that is wrong with it; each problem at an input. */
export interface ReadForm {
  readonly form: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  /** Null: there are problems. */
  readonly parsed: ReferralForm | null;
}

/** Reads what was typed into the form's fields. What was left out is left out. `now`: UTC. */
export function readForm(typed: Form, fields: readonly FormField[], now: string): ReadForm {
  const form = formOf(typed, fields);
  const parsed = parseReferral(form, { now });
  const unread = fields.flatMap((field) => {
    const read = readAnswer(field, typed);
    return 'problems' in read ? read.problems : [];
  });
  const found = parsed.ok ? [] : parsed.problems.map((problem) => plainProblem(problem, fields));
  const problems = [...unread, ...found.filter(({ path }) => !isAt(unread, path))];
  return { form, problems, parsed: parsed.ok && problems.length === 0 ? parsed.value : null };
}

const isAt = (problems: readonly Problem[], at: string): boolean =>
  problems.some(({ path }) => path === at);

function formOf(typed: Form, fields: readonly FormField[]): Record<string, unknown> {
  const children = Array.from({ length: childrenIn(typed) }, (_, child) => ({ ref: refOf(child) }));
  const form = { referrer: {}, children };
  for (const field of fields) {
    const read = readAnswer(field, typed);
    if ('value' in read && read.value !== null) place(form, field.path, read.value);
  }
  return form;
}

type Given = string | boolean | readonly string[];

/** What a field was answered; null where it was left open. */
export function readAnswer(field: FormField, typed: Form): Read<Given | null> {
  const { path, kind, choices } = field;
  const text = textOf(typed, path);
  switch (kind) {
    case 'date':
      return readDate(typed, path);
    case 'moment':
      return readMoment(typed, path);
    case 'flag':
      return { value: text === '' ? null : text === 'yes' };
    case 'choice':
      return { value: choices.some(({ value }) => value === text) ? text : null };
    case 'list':
      return { value: text === '' ? null : linesOf(text) };
    default:
      return { value: text === '' ? null : text };
  }
}

/** What stands on some fields of all that is wrong. */
export const problemsAt = (
  problems: readonly Problem[],
  fields: readonly FormField[],
): readonly Problem[] => {
  const inputs = new Set(fields.flatMap(inputsOf));
  return problems.filter(({ path }) => inputs.has(path));
};
