import { assessReport } from '../../domain/assess-report';
import type { PlanningBasis } from '../../domain/planner';
import type { Problem } from '../../domain/problem';
import { textOf } from '../visit';
import type { FirstPage, StartDraft } from './draft';
import { firstReport } from './first-report';
import { firstOptions, places } from './options';

interface Basis extends PlanningBasis {
  readonly now: string;
}

/** What is wrong with one page’s answers, by its fields; each page answers for what it asks. */
export function problemsOn(page: FirstPage, draft: StartDraft, basis: Basis): readonly Problem[] {
  const unanswered = unansweredOn(page, draft, basis);
  if (unanswered.length > 0 || page === 'safety') return unanswered;
  const { report, problems } = firstReport(draft);
  const unread = problems.filter(({ path }) => fields[page].includes(path));
  if (unread.length > 0) return unread;
  const assessed = assessReport(report, basis.now, basis);
  return assessed.ok ? [] : assessed.problems.flatMap((problem) => inField(problem, page));
}

const fields: Readonly<Record<FirstPage, readonly string[]>> = {
  safety: [],
  aware: ['known-day', 'known-time'],
  what: [],
  where: ['occurred-day'],
};

interface Row {
  readonly pages: readonly FirstPage[];
  readonly path: RegExp;
  readonly field: string;
  readonly remedy?: string;
}

/** Where a path of the report is asked, and what is to be done there in plain words. */
const rows: readonly Row[] = [
  {
    ...{ pages: ['aware'], path: /^becameAwareAt$/, field: 'known-day' },
    remedy: 'Write the day and time at which it was first known',
  },
  {
    ...{ pages: ['where'], path: /^becameAwareAt$/, field: 'occurred-day' },
    remedy: 'Correct this day; or go back, and correct when the authority knew',
  },
  {
    ...{ pages: ['where'], path: /^occurredOn$/, field: 'occurred-day' },
    remedy: 'Write the day on which it happened, or choose that you don’t know yet',
  },
  {
    ...{ pages: ['where'], path: /^incidentArea$/, field: 'area' },
    remedy: 'Choose the authority where it happened, or write its ONS code, such as E06000002',
  },
  { pages: ['where'], path: /^place$/, field: 'place', remedy: 'Choose an answer' },
  { pages: ['aware'], path: /^reporter/, field: 'who' },
  { pages: ['what'], path: /^children\[0\]\.harm$/, field: 'harm', remedy: 'Choose an answer' },
  { pages: ['what'], path: /^summary$/, field: 'summary' },
];

/** The last page keeps what belongs to none: nothing that is wrong is passed over. */
function inField({ path, problem, remedy }: Problem, page: FirstPage): Problem[] {
  const row = rows.find((one) => one.pages.includes(page) && one.path.test(path));
  if (row) return [{ path: row.field, problem, remedy: row.remedy ?? remedy }];
  return page === 'where' ? [{ path: '', problem, remedy }] : [];
}

function unansweredOn(page: FirstPage, { answers }: StartDraft, { authority }: Basis): Problem[] {
  const questions = {
    safety: [],
    aware: [{ field: 'aware', options: firstOptions.aware }],
    what: [{ field: 'harm', options: firstOptions.firstHarm }],
    where: [
      { field: 'place', options: places(authority) },
      { field: 'day', options: firstOptions.day },
    ],
  }[page];
  const form = answers[page] ?? {};
  return questions
    .filter(({ field, options }) => !options.some(({ value }) => value === textOf(form, field)))
    .map(({ field }) => ({
      ...{ path: field, problem: `${asked[field] ?? ''} is not answered` },
      remedy: 'Choose an answer; “don’t know yet” is one',
    }));
}

const asked: Readonly<Record<string, string>> = {
  aware: 'When the authority first knew',
  harm: 'What happened to the child',
  place: 'Where it happened',
  day: 'The day on which it happened',
};
