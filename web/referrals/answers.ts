import { answerInWords } from '../../domain/referral/answer-words';
import type { ReferralForm } from '../../domain/referral/form';
import { momentInWords } from '../../domain/when';
import { dateInWords } from '../../domain/wording';
import type { QuestionName } from '../../domain/referral/questions';
import { sentence } from '../sentence';
import { drawnQuestion, type DrawnQuestion } from './questions';
import { steps } from './steps';

/** What a referral answers, under the form's headings; what it leaves open is listed elsewhere. */
export const answersOf = (form: ReferralForm) =>
  steps
    .map(({ title, questions }) => ({
      title,
      rows: placesOf(questions, form).flatMap(({ question, path, child }) => {
        const answer = inWords(question, valueAt(form, path));
        if (answer === null) return [];
        const label = child === null ? question.label : `Child ${child}: ${question.label}`;
        return [{ label, answer }];
      }),
    }))
    .filter(({ rows }) => rows.length > 0);

interface Place {
  readonly question: DrawnQuestion;
  readonly path: string;
  readonly child: string | null;
}

function placesOf(names: readonly QuestionName[], { children }: ReferralForm): Place[] {
  const drawn = names.map(drawnQuestion);
  const each = drawn.filter(({ name }) => name.startsWith('children.'));
  return [
    ...children.flatMap(({ ref }, index) =>
      each.map((question) => ({
        ...{ question, child: ref },
        path: question.name.replace('.', `.${index}.`),
      })),
    ),
    ...drawn
      .filter((question) => !each.includes(question))
      .map((question) => ({ question, path: question.name, child: null })),
  ];
}

const valueAt = (form: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      form,
    );

/** Null: not answered. */
function inWords({ kind }: DrawnQuestion, value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.length > 0 ? value.join('\n') : null;
  if (typeof value !== 'string' || value === 'not-yet-known') return null;
  if (kind === 'date') return dateInWords(value);
  if (kind === 'moment') return momentInWords(value);
  return kind === 'choice' ? sentence(answerInWords(value)) : value;
}
