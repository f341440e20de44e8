import type { Authority } from '../../../domain/authority';
import type { Problem } from '../../../domain/problem';
import { textOf, type Form } from '../../visit';
import type { Ahead } from './desk';
import { slugOf, type Answers, type FactsPage } from './pages';
import type { Asked } from './child-answers';
import { asksSetting, mayBeCareLeaver } from './child-answers';
import { hasNewFacts } from './to-patch';

/** Where a path of the report is asked: a page, and its field. `$1` is the child’s number. */
const rows: readonly (readonly [path: RegExp, place: string, remedy?: string])[] = [
  [
    /^children\[(\d+)\]\.bornOn/,
    '$1-about#bornOn-day',
    'Correct the date, or choose that you don’t know yet',
  ],
  [/^children\[(\d+)\]\.localCaseId/, '$1-about#localCaseId'],
  [/^children\[(\d+)\]\.normallyResidentHere/, '$1-about#lives'],
  [/^children\[(\d+)\]\.(?:harm|suspectedSuicide)/, '$1-harm#harm', 'Choose an answer'],
  [/^children\[(\d+)\]\.abuseOrNeglect/, '$1-harm#abuse', 'Choose an answer'],
  [
    /^children\[(\d+)\]\.lookedAfterBy/,
    '$1-care#lookedAfterBy-code',
    'Choose the authority, or write its ONS code, such as E06000002',
  ],
  [
    /^children\[(\d+)\]\.careLeaverOf/,
    '$1-care#careLeaverOf-code',
    'Choose the authority, or write its ONS code, such as E06000002',
  ],
  [
    /^children\[(\d+)\]\.(lookedAfter|careLeaver|regulatedSetting)/,
    '$1-care#$2',
    'Choose an answer',
  ],
  [
    /^children\[(\d+)\]\.knownAt\.(\w+)/,
    'known#at-$1-$2-day',
    'Write the day and time at which the authority knew it',
  ],
  [/^children\[\d+\]\.knownAtReason/, 'known#why'],
  [/^children/, 'children#count', 'Write a number from 1 to 20'],
  [/^otherAreas/, 'children#areas'],
  [/^becameAwareAt/, 'aware#known-day', 'Correct the day and time at which it was first known'],
  [/^reporter/, 'aware#who'],
  [
    /^occurredOn/,
    'where#occurred-day',
    'Write the day on which it happened, or choose that you don’t know yet',
  ],
  [
    /^incidentArea/,
    'where#area',
    'Choose the authority where it happened, or write its ONS code, such as E06000002',
  ],
  [/^place/, 'where#place', 'Choose an answer'],
  [/^summary/, 'what#summary'],
];

/** A problem of the report under `page#field`; without a page where it belongs to none. */
export function placed({ path, problem, remedy }: Problem): Problem {
  for (const [pattern, place, plainRemedy] of rows) {
    const match = pattern.exec(path);
    if (!match) continue;
    const number = String(Number(match[1]) + 1);
    const to = place.replace('$1', number).replace('$2', match[2] ?? '');
    return { path: to, problem, remedy: plainRemedy ?? remedy };
  }
  return { path: '', problem, remedy };
}

/** Everything that is wrong with the answers so far. */
export function problemsIn({ amendment, planned }: Ahead): readonly Problem[] {
  if (amendment.problems.length > 0) return amendment.problems;
  return planned.ok ? [] : planned.problems.map(placed);
}

/** Those of one page, by its fields. */
export const onPage = (problems: readonly Problem[], page: FactsPage): Problem[] =>
  problems
    .filter(({ path }) => path.split('#')[0] === slugOf(page))
    .map((problem) => ({ ...problem, path: problem.path.split('#')[1] ?? '' }));

/** What must be answered before the page lets go: “don’t know yet” is an answer. */
export function unanswered(page: FactsPage, form: Form, known: Known): Problem[] {
  const problem = 'This is not answered';
  const remedy = 'Choose an answer; “don’t know yet” is one';
  if (page.name === 'children') return countProblems(textOf(form, 'count'), known.childCount);
  return questionsOf(page, known)
    .filter((name) => textOf(form, name) === '')
    .map((path) => ({ path, problem: `${asked[path] ?? problem}: not answered`, remedy }));
}

interface Known {
  /** Children that are recorded: none is ever taken away. */
  readonly childCount: number;
  /** The child of the page, as it would be. */
  readonly child: Asked | undefined;
  /** The date on which ages are taken. */
  readonly on: string;
  readonly authority: Pick<Authority, 'regulatedSettings'>;
}

function countProblems(count: string, least: number): Problem[] {
  const number = /^\d{1,2}$/.test(count) ? Number(count) : 0;
  if (number >= least && number >= 1 && number <= 20) return [];
  const problem =
    number > 20
      ? 'More than 20 children do not fit'
      : number === 0
        ? 'This is not a number of children'
        : 'A child that is recorded is never taken away';
  return [{ path: 'count', problem, remedy: `Write a number from ${Math.max(1, least)} to 20` }];
}

function questionsOf(page: FactsPage, known: Known): string[] {
  switch (page.name) {
    case 'about':
      return ['born', 'lives'];
    case 'harm':
      return ['harm', 'abuse'];
    case 'care':
      return careQuestions(known);
    case 'aware':
      return ['aware'];
    case 'where':
      return ['place', 'day'];
    case 'known':
      return ['same'];
    default:
      return [];
  }
}

const careQuestions = ({ child, on, authority }: Known): string[] => [
  'lookedAfter',
  ...(child && mayBeCareLeaver(child, on) ? ['careLeaver'] : []),
  ...(child && asksSetting(child, authority) ? ['regulatedSetting'] : []),
];

const asked: Readonly<Record<string, string>> = {
  born: 'Birth date',
  lives: 'Where the child lives',
  harm: 'What happened to the child',
  abuse: 'Abuse or neglect',
  lookedAfter: 'Looked after',
  careLeaver: 'Care leaver',
  regulatedSetting: 'Regulated setting',
  aware: 'When the authority first knew',
  place: 'Where it happened',
  day: 'The day on which it happened',
  same: 'Whether all this was known at first',
};

/** New facts wait for an answer to “did you know all this at first?”. */
export const needsDates = ({ amendment }: Ahead, answers: Answers): boolean =>
  hasNewFacts(amendment) && answers.known === undefined;
