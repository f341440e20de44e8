import type { Outcome } from '../../client/answers';
import type { QuestionName } from '../../domain/referral/questions';
import type { RecordView } from '../../domain/records';
import type { Field, Once, Values } from '../actions/action';
import type { RecordVisit } from '../visit';
import { refOf } from './fields';
import { linesOf, place } from './place';
import { drawnQuestions, type DrawnQuestion } from './questions';

interface Open extends DrawnQuestion {
  /** `children[0].harm`. */
  readonly path: string;
}

/** The questions that a referral leaves open, as an action's form asks them. */
export const openQuestions = (record: RecordView): Field[] =>
  openIn(record).map(({ path, kind, label, hint, choices }) => ({
    ...{ name: path, label: `${ofChild(path, record)}${label}`, optional: true },
    ...(hint !== undefined && { hint }),
    kind: kind === 'flag' ? 'choice' : kind === 'list' ? 'words' : kind,
    ...(choices.length > 0 && { options: () => choices }),
  }));

function openIn(record: RecordView): Open[] {
  if (record.kind !== 'referral') return [];
  return record.unanswered.flatMap(({ field }) => {
    const name = field.replace(/\[\d+\]/, '') as QuestionName;
    const whole = drawnQuestions.filter((one) => one.name === name);
    if (whole.length > 0) return whole.map((one) => ({ ...one, path: field }));
    // An answer of several parts that is missing as a whole.
    const parts = drawnQuestions.filter((one) => one.name.startsWith(`${name}.`));
    return parts.map((one) => ({ ...one, path: one.name }));
  });
}

function ofChild(path: string, record: RecordView): string {
  const index = /^children\[(\d+)\]/.exec(path)?.[1];
  if (index === undefined || record.kind !== 'referral') return '';
  return `Child ${record.form.children[Number(index)]?.ref ?? refOf(Number(index))}: `;
}

/** Adds the answers that were given to the referral. */
export function answerLater(
  { cases, record }: RecordVisit,
  values: Values,
  once: Once,
): Promise<Outcome<unknown>> {
  const wish = { name: 'amend', patch: patchOf(record, values), correction: false, reason: null };
  return cases.act(record.reference, wish as never, once);
}

/** What was answered, as a merge patch: children are told apart by their letters. */
export function patchOf(record: RecordView, values: Values): Record<string, unknown> {
  if (record.kind !== 'referral') return {};
  const patch = { children: record.form.children.map(({ ref }) => ({ ref })) };
  for (const { path, kind } of openIn(record)) {
    const value = values[path];
    if (typeof value === 'string' && value !== '') place(patch, path, asKept(kind, value));
  }
  const isAboutChild = patch.children.some((child) => Object.keys(child).length > 1);
  const { children, ...rest } = patch;
  return isAboutChild ? { ...rest, children } : rest;
}

/** What a field was answered, as the form keeps it. */
function asKept(kind: DrawnQuestion['kind'], text: string): unknown {
  if (kind === 'flag') return text === 'yes';
  return kind === 'list' ? linesOf(text) : text;
}
