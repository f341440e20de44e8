import { momentInWords } from '../../domain/when';
import { dateInWords } from '../../domain/wording';
import { howToReportAChildAtRisk } from '../../domain/referral/wording';
import { unansweredIn } from '../../domain/referral/unanswered';
import type { Problem } from '../../domain/problem';
import { page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { textOf, type Form } from '../visit';
import { childrenIn, fieldsOf, keptBeside, refOf, type FormField } from './fields';
import type { Handing } from './handing';
import { readAnswer, readForm } from './read-form';
import { askedOf, stepsFor, type StepId } from './steps';

/** One page of the form, with everything that was typed. */
export function stepPage(handing: Handing, id: StepId, problems: readonly Problem[] = []): Answer {
  const { typed, isPublic } = handing;
  const all = fieldsOf(typed, isPublic);
  const fields = all.filter(({ step }) => step === id);
  const ids = stepsFor(askedOf(typed, isPublic));
  const index = ids.findIndex((step) => step.id === id);
  return page(
    'referrals/step',
    {
      ...common(handing),
      step: { id, title: ids[index]?.title, number: index + 1, of: ids.length },
      groups: groupsOf(fields, areasIn(handing)),
      kept: keptBeside(fields, typed, all),
      wrong: mistakes(problems),
    },
    problems.length > 0 ? 422 : 200,
  );
}

/** Everything that was answered, and what was not; `notSent`: what did not answer when it was sent. */
export function checkPage(
  handing: Handing,
  { problems, notSent = null }: { problems: readonly Problem[]; notSent?: string | null },
): Answer {
  const { typed, isPublic, visit } = handing;
  const all = fieldsOf(typed, isPublic);
  const read = readForm(typed, all, visit.now);
  const wrong = problems.length > 0 ? problems : read.problems;
  const sections = stepsFor(askedOf(typed, isPublic)).map(({ id, title }) => ({
    ...{ id, title },
    rows: all.filter(({ step }) => step === id).map((field) => rowOf(field, typed)),
  }));
  const status = notSent === null ? (wrong.length > 0 ? 422 : 200) : 503;
  return page(
    'referrals/check',
    {
      ...{ ...common(handing), sections, notSent, kept: keptBeside([], typed, all) },
      unanswered: read.parsed ? unansweredIn(read.parsed).length : 0,
      wrong: mistakes(wrong, (path) => stepOf(path, all)),
    },
    status,
  );
}

/** What every page of the form shows. */
function common({ typed, isPublic, visit }: Handing) {
  const raised = textOf(typed, 'concernRaised');
  return {
    ...{ typed, isPublic },
    children: childrenIn(typed),
    atRisk: howToReportAChildAtRisk(visit.authority),
    isUnraised: raised === 'no' || raised === 'dont-know',
  };
}

/** A problem of the whole form leads to the part of the page where it can be changed. */
function stepOf(path: string, fields: readonly FormField[]): string {
  const name = path.replace(/-(day|time)$/, '');
  return fields.find((field) => field.path === name)?.step ?? 'form';
}

interface Group {
  readonly title: string | null;
  readonly fields: readonly object[];
}

/** The fields of each child under its letter, and then those that are asked once. */
function groupsOf(fields: readonly FormField[], areas: string): Group[] {
  const children = [...new Set(fields.map(({ child }) => child))];
  return children.map((child) => ({
    title: child === null ? null : `Child ${refOf(child)}`,
    fields: fields
      .filter((field) => field.child === child)
      .map((field) => shownField(field, areas)),
  }));
}

/** A field as parts/form.njk draws it. */
export function shownField({ path, kind, label, hint, choices }: FormField, areas: string) {
  const drawn = { flag: 'choice', list: 'words' } as const;
  const kindShown = kind === 'flag' || kind === 'list' ? drawn[kind] : kind;
  const isArea = /(incidentArea|lookedAfterBy|careLeaverOf)$/.test(path);
  return { name: path, kind: kindShown, label, hint: isArea ? areas : hint, choices };
}

/** The codes that somebody here is likely to need. */
export const areasIn = ({ visit }: Pick<Handing, 'visit'>): string => {
  const { areas } = visit.authority;
  const known = areas.map(({ code, name }) => `${code} is ${name}`).join(', ');
  return `Its ONS code, such as E06000005${known === '' ? '' : `; ${known}`}. Leave it empty where you do not know it.`;
};

function rowOf(field: FormField, typed: Form) {
  const { path, label, child } = field;
  const asked = child === null ? label : `Child ${refOf(child)}: ${label}`;
  return { path, label: asked, answer: wordsOf(field, typed) };
}

/** Null: not answered. */
function wordsOf(field: FormField, typed: Form): string | null {
  const { path, kind, choices } = field;
  const read = readAnswer(field, typed);
  if (!('value' in read) || read.value === null) return null;
  const text = typeof read.value === 'string' ? read.value : textOf(typed, path);
  if (kind === 'date') return dateInWords(text);
  if (kind === 'moment') return momentInWords(text);
  return choices.find(({ value }) => value === text)?.text ?? text;
}
