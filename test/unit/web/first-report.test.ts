import { englandAndWales } from '../../../domain/bank-holidays';
import { firstReport } from '../../../web/start/first-report';
import { problemsOn } from '../../../web/start/first-problems';
import { written } from '../../../web/start/written';
import type { FirstPage, StartDraft } from '../../../web/start/draft';
import { buildAuthority } from '../../support/build-authority';

type Answers = StartDraft['answers'];

const begunAt = '2026-12-22T18:00:00.000Z';
const date = (name: string, day: string, month: string, time?: string) => ({
  ...{ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: '2026' },
  ...(time !== undefined && { [`${name}-time`]: time }),
});
const whole: Answers = {
  safety: { risk: 'no' },
  aware: { aware: 'known', ...date('known', '22', '12', '17:30'), who: 'Duty team' },
  what: { harm: 'died', summary: 'Child A was found.' },
  where: { place: 'in-area', day: 'known', ...date('occurred', '20', '12') },
};
const draftOf = (answers: Answers): StartDraft => ({ reference: 'SI-2026-A', begunAt, answers });
const basis = { authority: buildAuthority(), calendar: englandAndWales, now: begunAt };

describe('the report of the first four answers', () => {
  it('has one child, of whom everything else is not yet known', () => {
    expect(firstReport(draftOf(whole))).toEqual({
      report: {
        summary: 'Child A was found.',
        becameAwareAt: '2026-12-22T17:30:00.000Z',
        ...{ occurredOn: '2026-12-20', place: 'in-area', reporter: { role: 'Duty team' } },
        children: [
          {
            ...{ ref: 'A', harm: 'died', abuseOrNeglect: 'not-yet-known' },
            ...{ lookedAfter: 'not-yet-known', regulatedSetting: 'not-yet-known' },
          },
        ],
      },
      problems: [],
    });
  });

  it.each<[string, Answers, object]>([
    [
      'an unknown moment is that of the first page',
      { aware: { aware: 'not-yet-known' } },
      {
        becameAwareAt: begunAt,
        summary: expect.stringContaining('When the authority first knew was not known') as string,
      },
    ],
    [
      'an unknown place counts as ours',
      { where: { place: 'not-yet-known', day: 'not-yet-known' } },
      {
        ...{ place: 'in-area', occurredOn: null },
        summary: expect.stringContaining('counts as having happened here') as string,
      },
    ],
    [
      'another authority is the chosen one',
      { where: { place: 'elsewhere-in-england', area: 'E06000002' } },
      {
        incidentArea: 'E06000002',
      },
    ],
    [
      'or the one whose code is written',
      { where: { place: 'elsewhere-in-england', area: 'other', 'area-code': 'e06000003' } },
      {
        incidentArea: 'E06000003',
      },
    ],
    [
      'what is hidden does not count',
      {
        where: {
          place: 'in-area',
          area: 'E06000002',
          day: 'not-yet-known',
          ...date('occurred', '1', '1'),
        },
      },
      {
        ...{ place: 'in-area', occurredOn: null },
      },
    ],
    [
      'a risk stands in the summary',
      { safety: { risk: 'yes' } },
      {
        summary: expect.stringContaining('a child was said to be at risk') as string,
      },
    ],
  ])('%s', (_, answers, shape) => {
    expect(firstReport(draftOf(answers)).report).toMatchObject(shape);
  });

  it('is the same for the same answers', () => {
    expect(firstReport(draftOf(whole))).toEqual(firstReport(structuredClone(draftOf(whole))));
  });
});

describe('a page of the first four', () => {
  const at = (page: FirstPage, form: Answers[FirstPage]) =>
    problemsOn(page, draftOf({ ...whole, [page]: form }), basis).map(({ path }) => path);

  it.each(['safety', 'aware', 'what', 'where'] as const)(
    '%s finds nothing wrong with good answers',
    (page) => {
      expect(at(page, whole[page])).toEqual([]);
    },
  );

  it('lets nobody be held up by the first question', () => {
    expect(at('safety', {})).toEqual([]);
  });

  it.each<[string, FirstPage, Answers[FirstPage], string[]]>([
    ['no answer', 'aware', {}, ['aware']],
    ['no moment', 'aware', { aware: 'known' }, ['known-day']],
    ['half a date', 'aware', { aware: 'known', 'known-day': '22' }, ['known-day']],
    ['no time', 'aware', { aware: 'known', ...date('known', '22', '12') }, ['known-time']],
    [
      'the future',
      'aware',
      { aware: 'known', ...date('known', '23', '12', '17:30') },
      ['known-day'],
    ],
    ['no answer', 'what', { summary: 'x' }, ['harm']],
    ['another answer than those shown', 'what', { harm: 'maybe' }, ['harm']],
    ['no answers', 'where', {}, ['place', 'day']],
    ['no day', 'where', { place: 'in-area', day: 'known' }, ['occurred-day']],
    [
      'no such day',
      'where',
      { place: 'in-area', day: 'known', ...date('occurred', '31', '11') },
      ['occurred-day'],
    ],
    [
      'a day after it was known',
      'where',
      { place: 'in-area', day: 'known', ...date('occurred', '23', '12') },
      ['occurred-day', 'occurred-day'],
    ],
    ['no authority', 'where', { place: 'elsewhere-in-england', day: 'not-yet-known' }, ['area']],
    [
      'no code',
      'where',
      { place: 'elsewhere-in-england', area: 'other', 'area-code': 'x', day: 'not-yet-known' },
      ['area'],
    ],
    [
      'ourselves',
      'where',
      { place: 'elsewhere-in-england', area: 'E06000005', day: 'not-yet-known' },
      ['area'],
    ],
  ])('with %s (%s) says so at its field', (_, page, form, fields) => {
    expect(at(page, form)).toEqual(fields);
  });
});

test('what was written can be read where nothing else keeps it', () => {
  expect(written(draftOf(whole), buildAuthority()).map(({ text }) => text)).toEqual([
    ...['At this time', 'Tuesday 22 December 2026, 17:30', 'Duty team', 'Has died'],
    ...['Child A was found.', 'In the area of Example Council', 'On this day'],
    'Sunday 20 December 2026',
  ]);
});
