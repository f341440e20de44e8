import { answerInWords } from '../../domain/referral/answer-words';
import { questions, type Question } from '../../domain/referral/questions';
import type { Problem } from '../../domain/problem';
import { inputsOf, type FormField } from './fields';

/** What is asked of several at once leads to the one that is easiest to answer. */
const leadsTo: Readonly<Record<string, string>> = { referrer: 'referrer.name' };

/** A problem of a file's, at the input where it is mended and in words that stand on the page. */
export function plainProblem(problem: Problem, fields: readonly FormField[]): Problem {
  const field = fieldAt(leadsTo[problem.path] ?? problem.path, fields);
  if (!field) return { ...problem, path: 'form', remedy: inWords(problem.remedy) };
  const path = inputsOf(field)[0] ?? field.path;
  if (field.kind === 'choice' || field.kind === 'flag') {
    return { path, problem: `Not answered: ${field.label}`, remedy: 'Choose an answer' };
  }
  return { path, problem: inWords(problem.problem), remedy: inWords(problem.remedy) };
}

const fieldAt = (path: string, fields: readonly FormField[]): FormField | undefined =>
  fields.find((field) => field.path === path) ??
  fields.find((field) => field.path.startsWith(`${path}.`));

const asks: Readonly<Record<string, Question>> = questions;

/** A file's own names of fields and answers as the questions and answers that people see. */
const inWords = (text: string): string =>
  text
    .replaceAll(
      /\b(receivedAt|occurredOn|becameApparentOn|incidentArea)\b/g,
      (name) => `“${asks[name]?.ask ?? name}”`,
    )
    .replaceAll(/"([a-z-]+)"/g, (_, answer: string) => `“${answerInWords(answer)}”`);
