import { englandAndWales } from '../../domain/bank-holidays';
import { parseReport } from '../../domain/report';
import { workingDaysToNotify } from '../../domain/report-checks';
import { england2023 } from '../../domain/rulebook/england-2023';
import {
  anInstant,
  buildChild,
  buildIncident,
  inChild,
  manyChildren,
  without,
} from '../support/build-incident';

const problemsIn = (input: unknown) => {
  const parsed = parseReport(input, { now: anInstant, calendar: englandAndWales });
  return parsed.ok ? [] : parsed.problems;
};

describe('refusals', () => {
  const past = '2026-12-22T17:29:59Z';
  const future = '2026-12-22T18:00:01Z';
  test.each([
    ['not an object', [], '', 'This is the wrong kind of value'],
    ['null', null, '', 'This is the wrong kind of value'],
    [
      'an unknown key',
      buildIncident({ becameAware: 1 }),
      'becameAware',
      'This key is not known here',
    ],
    [
      'an unknown key of a child',
      inChild({ harmm: 1 }),
      'children[0].harmm',
      'This key is not known here',
    ],
    ['no awareness', without('becameAwareAt'), 'becameAwareAt', 'This is missing'],
    ['no place', without('place'), 'place', 'This is missing'],
    ['no list of children', without('children'), 'children', 'This is missing'],
    [
      'children as null',
      buildIncident({ children: null }),
      'children',
      'This is the wrong kind of value',
    ],
    ['an empty list', buildIncident({ children: [] }), 'children', 'No child is listed'],
    ['21 children', manyChildren(21), 'children', 'There are 21 children'],
    [
      'an impossible date',
      buildIncident({ occurredOn: '2026-02-30' }),
      'occurredOn',
      'This is not in the form expected here',
    ],
    [
      'an impossible day of a moment',
      buildIncident({ becameAwareAt: '2026-02-30T10:00:00Z' }),
      'becameAwareAt',
      'There is no such date',
    ],
    [
      'a moment without an offset',
      buildIncident({ becameAwareAt: '2026-12-22T17:30:00' }),
      'becameAwareAt',
      'This moment has no offset from UTC',
    ],
    [
      'a date for a moment',
      buildIncident({ becameAwareAt: '2026-12-22' }),
      'becameAwareAt',
      'This is not a moment',
    ],
    [
      'awareness in the future',
      buildIncident({ becameAwareAt: future }),
      'becameAwareAt',
      'This moment is in the future',
    ],
    [
      'a fact known in the future',
      inChild({ knownAt: { lookedAfter: future } }),
      'children[0].knownAt.lookedAfter',
      'This moment is in the future',
    ],
    [
      'an incident in the future',
      buildIncident({ occurredOn: '2026-12-23', becameAwareAt: 'x' }),
      'occurredOn',
      'The incident is dated in the future',
    ],
    [
      'awareness before the incident',
      buildIncident({ becameAwareAt: '2026-12-19T23:59:59Z' }),
      'becameAwareAt',
      'The authority became aware before the incident occurred',
    ],
    [
      'harm known before awareness',
      inChild({ knownAt: { harm: past } }),
      'children[0].knownAt.harm',
      'The harm was known before the authority became aware of the incident',
    ],
    [
      'an unknown fact',
      inChild({ knownAt: { harmed: past } }),
      'children[0].knownAt.harmed',
      'This key is not known here',
    ],
    [
      'birth 42 weeks and a day later',
      inChild({ bornOn: '2027-10-11' }),
      'children[0].bornOn',
      'This birth date is more than 42 weeks after the incident',
    ],
    [
      'birth long after awareness',
      buildIncident({ occurredOn: null }, { bornOn: '2027-10-13' }),
      'children[0].bornOn',
      'This birth date is more than 42 weeks after the incident',
    ],
    [
      'a ref twice',
      buildIncident({ children: [buildChild(), buildChild()] }),
      'children[1].ref',
      'This ref is used already, by children[0]',
    ],
    [
      'a ref with a space',
      inChild({ ref: 'A B' }),
      'children[0].ref',
      'This is not in the form expected here',
    ],
    ['no harm answered', inChild({ harm: undefined }), 'children[0].harm', 'This is missing'],
    [
      'another word for harm',
      inChild({ harm: 'dead' }),
      'children[0].harm',
      'This is not one of the allowed values',
    ],
    [
      'a flag in quotation marks',
      inChild({ suspectedSuicide: 'no' }),
      'children[0].suspectedSuicide',
      'This is the wrong kind of value',
    ],
    [
      'an area with a place here',
      buildIncident({ incidentArea: 'E06000002' }),
      'incidentArea',
      'This belongs only with place "elsewhere-in-england"',
    ],
    [
      'elsewhere without its area',
      buildIncident({ place: 'elsewhere-in-england' }),
      'incidentArea',
      'This is missing: the incident happened elsewhere in England',
    ],
    [
      'an area that is no code',
      buildIncident({ otherAreas: ['Elsewhere'] }),
      'otherAreas[0]',
      'This is not in the form expected here',
    ],
    [
      'a reporter without an address',
      buildIncident({ reporter: { email: 'x' } }),
      'reporter.email',
      'This is not in the form expected here',
    ],
    [
      'a year before the calendar',
      buildIncident({ becameAwareAt: '2022-06-01T10:00:00Z', occurredOn: null }, { bornOn: null }),
      'becameAwareAt',
      'The due date cannot be worked out: no bank holidays are held for 2022',
    ],
  ])('%s is refused', (_, input, ...expected) => {
    const [path, problem] = expected;
    const problems = problemsIn(input);
    expect(problems).toContainEqual({
      path,
      problem,
      remedy: expect.stringMatching(/^[A-Z].{10,}/),
    });
  });

  test('a date from awareness past the last year is refused', () => {
    const late = { now: '2028-12-31T12:00:00Z', calendar: englandAndWales };
    const report = buildIncident({ becameAwareAt: '2028-12-28T10:00:00Z' });
    expect(parseReport(report, late)).toMatchObject({ problems: [{ path: 'becameAwareAt' }] });
  });

  test.each(['bornOn', 'occurredOn'])('a mistyped century in %s is refused', (key) => {
    const child = key === 'bornOn' ? { bornOn: '1012-03-04' } : {};
    const report = buildIncident(key === 'bornOn' ? {} : { occurredOn: '0026-12-20' }, child);
    expect(problemsIn(report)).toMatchObject([{ problem: 'This year cannot be right' }]);
  });

  test('every problem is listed at once, a bad field hiding none among the good ones', () => {
    const input = buildIncident({
      plase: 'in-area',
      incidentArea: 'E06000002',
      becameAwareAt: 'yesterday',
      children: [
        buildChild({
          harm: 'hurt',
          knownAt: { harm: '2026-12-22', careLeaver: '2027-01-01T00:00:00Z' },
        }),
        buildChild({ bornOn: '2028-01-01' }),
        7,
      ],
    });
    expect(problemsIn(input).map(({ path }) => path)).toEqual([
      'becameAwareAt',
      'children[0].harm',
      'children[0].knownAt.harm',
      'children[2]',
      'plase',
      'incidentArea',
      'children[1].ref',
      'children[0].knownAt.careLeaver',
      'children[1].bornOn',
    ]);
  });

  test.each([
    [buildIncident({ plase: 1 }), 'Did you mean "place"?'],
    [inChild({ abuseorneglect: 'known' }), 'Did you mean "abuseOrNeglect"?'],
    [inChild({ harm: 'dead' }), 'Write one of: died, seriously-harmed, none, not-yet-known'],
  ])('a remedy says what to write (%#)', (input, remedy) => {
    expect(problemsIn(input)).toEqual([expect.objectContaining({ remedy })]);
  });

  test('nothing written about a child is repeated', () => {
    const secret = 'Secret words';
    const input = buildIncident(
      {
        becameAwareAt: secret,
        occurredOn: secret,
        place: secret,
        summary: 1,
        otherAreas: [secret],
      },
      { ref: secret, bornOn: secret, harm: secret, lookedAfter: secret, knownAt: { harm: secret } },
    );
    expect(problemsIn(input).length).toBeGreaterThan(8);
    expect(JSON.stringify(problemsIn(input))).not.toContain(secret);
  });
});

test('the horizon looks as far ahead as the rulebook counts', () => {
  expect(workingDaysToNotify).toBe(england2023.period.workingDays);
});
