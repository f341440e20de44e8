import type { Problem } from '../../domain/problem';
import { readDate, readMoment, type Read } from '../moments';
import { textOf, type Form } from '../visit';
import { readAuthorityCode } from './authority-code';
import type { StartDraft } from './draft';

/** The report that the first four answers make; what could not be read, by field. */
export interface FirstReport {
  readonly report: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/**
 * One child, A, and every other fact not yet known. What a report has no field for stands in its
 * summary. The same answers make the same report, so that the same form is the same incident.
 */
export function firstReport({ answers, begunAt }: StartDraft): FirstReport {
  const { aware = {}, what = {}, where = {} } = answers;
  const known = knownAt(aware, begunAt);
  const day = occurredOn(where);
  const place = textOf(where, 'place');
  const who = textOf(aware, 'who');
  const report = {
    summary: summaryOf(answers),
    becameAwareAt: 'value' in known ? known.value : begunAt,
    occurredOn: 'value' in day ? day.value : null,
    place: place === '' || place === 'not-yet-known' ? 'in-area' : place,
    ...(place === 'elsewhere-in-england' && { incidentArea: readAuthorityCode(where, 'area') }),
    ...(who !== '' && { reporter: { role: who } }),
    children: [{ ...unknownChild, harm: textOf(what, 'harm') || 'not-yet-known' }],
  };
  const problems = [known, day].flatMap((read) => ('problems' in read ? read.problems : []));
  return { report, problems };
}

const unknownChild = {
  ref: 'A',
  abuseOrNeglect: 'not-yet-known',
  lookedAfter: 'not-yet-known',
  regulatedSetting: 'not-yet-known',
} as const;

/** Somebody knows by now: that is the latest moment that can be right. */
function knownAt(aware: Form, begunAt: string): Read<string> {
  if (textOf(aware, 'aware') !== 'known') return { value: begunAt };
  const read = readMoment(aware, 'known');
  if ('problems' in read) return read;
  if (read.value !== null) return { value: read.value };
  const remedy = 'Write day and time, such as 22 12 2026 at 17:30; about is enough';
  return { problems: [{ path: 'known-day', problem: 'Day and time are missing', remedy }] };
}

function occurredOn(where: Form): Read<string | null> {
  if (textOf(where, 'day') !== 'known') return { value: null };
  const read = readDate(where, 'occurred');
  if ('problems' in read || read.value !== null) return read;
  const remedy = 'Write day, month and year, or choose that you don’t know yet';
  return { problems: [{ path: 'occurred-day', problem: 'The day is missing', remedy }] };
}

const notes: readonly {
  readonly page: keyof StartDraft['answers'];
  readonly field: string;
  readonly answer: string;
  readonly says: string;
}[] = [
  {
    ...{ page: 'safety', field: 'risk', answer: 'yes' },
    says: 'When this was handed in, a child was said to be at risk.',
  },
  {
    ...{ page: 'safety', field: 'risk', answer: 'not-yet-known' },
    says: 'When this was handed in, it was not known whether a child was at risk.',
  },
  {
    ...{ page: 'aware', field: 'aware', answer: 'not-yet-known' },
    says: 'When the authority first knew was not known: the moment of handing in stands for it.',
  },
  {
    ...{ page: 'where', field: 'place', answer: 'not-yet-known' },
    says: 'Where it happened was not known: it counts as having happened here.',
  },
];

function summaryOf(answers: StartDraft['answers']): string | null {
  const said = notes
    .filter(({ page, field, answer }) => textOf(answers[page] ?? {}, field) === answer)
    .map(({ says }) => says);
  const lines = [textOf(answers.what ?? {}, 'summary'), ...said].filter((line) => line !== '');
  return lines.length > 0 ? lines.join('\n\n') : null;
}
