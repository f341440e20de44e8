import { outsideCapacities } from '../../domain/referral/answer-words';
import type { QuestionName } from '../../domain/referral/questions';
import { textOf, type Form } from '../visit';
import { drawnQuestion, type DrawnQuestion } from './questions';
import { askedOf, stepsFor, type StepId } from './steps';

/** A question at its place in the form. */
export interface FormField extends DrawnQuestion {
  /** Its place as the kernel writes it, and its input's name: `children[0].harm`. */
  readonly path: string;
  readonly step: StepId;
  /** From 0; null where it is not about one child. */
  readonly child: number | null;
}

const mostChildren = 20;

/** How many children the form is about. */
export function childrenIn(typed: Form): number {
  const count = Number(textOf(typed, 'children')) || 1;
  return Math.min(Math.max(Math.trunc(count), 1), mostChildren);
}

/** A child is a letter: nobody writes a name. */
export const refOf = (child: number): string => String.fromCharCode('A'.charCodeAt(0) + child);

/** Every field that is asked, in the form's order. */
export function fieldsOf(typed: Form, isPublic: boolean): FormField[] {
  const children = Array.from({ length: childrenIn(typed) }, (_, child) => child);
  return stepsFor(askedOf(typed, isPublic)).flatMap(({ id: step, questions }) => {
    const each = questions.filter(isOfChild).map((name) => forPublic(name, isPublic));
    const once = questions.filter((name) => !isOfChild(name));
    return [
      ...children.flatMap((child) =>
        each.map((question) => ({ ...question, ...at(question, child), step })),
      ),
      ...once.map((name) => ({ ...forPublic(name, isPublic), path: name, child: null, step })),
    ];
  });
}

const isOfChild = (name: QuestionName): boolean => name.startsWith('children.');

const at = ({ name }: DrawnQuestion, child: number) => ({
  path: name.replace('children.', `children[${child}].`),
  child,
});

/** Those who can sign in do not refer as the public. */
function forPublic(name: QuestionName, isPublic: boolean): DrawnQuestion {
  const question = drawnQuestion(name);
  if (!isPublic || name !== 'referrer.capacity') return question;
  const outside: readonly string[] = outsideCapacities;
  return { ...question, choices: question.choices.filter(({ value }) => outside.includes(value)) };
}

const datePart = ['-day', '-month', '-year'] as const;

/** The names of a field's inputs, the first first: there an error leads. */
export function inputsOf({ path, kind }: Pick<FormField, 'path' | 'kind'>): string[] {
  if (kind !== 'date' && kind !== 'moment') return [path];
  const parts = kind === 'date' ? datePart : [...datePart, '-time'];
  return parts.map((part) => path + part);
}

/** What was typed elsewhere in the form, as inputs that nobody sees. */
export function keptBeside(shown: readonly FormField[], typed: Form, all: readonly FormField[]) {
  const here = new Set(shown.map(({ path }) => path));
  return all
    .filter(({ path }) => !here.has(path))
    .flatMap(inputsOf)
    .map((name) => ({ name, value: textOf(typed, name) }))
    .filter(({ value }) => value !== '');
}
