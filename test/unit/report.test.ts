import { englandAndWales } from '../../domain/bank-holidays';
import { parseReport } from '../../domain/report';
import {
  anInstant,
  buildIncident,
  inChild,
  manyChildren,
  without,
} from '../support/build-incident';

const valueOf = (input: unknown) => {
  const parsed = parseReport(input, { now: anInstant, calendar: englandAndWales });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};

describe('a good report', () => {
  test('has every default applied and every instant in UTC', () => {
    expect(valueOf(buildIncident())).toEqual({
      summary: null,
      becameAwareAt: '2026-12-22T17:30:00.000Z',
      occurredOn: '2026-12-20',
      place: 'in-area',
      incidentArea: null,
      otherAreas: [],
      reporter: null,
      children: [
        {
          ref: 'A',
          localCaseId: null,
          bornOn: '2012-03-04',
          harm: 'died',
          suspectedSuicide: false,
          abuseOrNeglect: 'suspected',
          lookedAfter: 'no',
          regulatedSetting: 'no',
          careLeaver: 'no',
          normallyResidentHere: true,
          lookedAfterBy: null,
          careLeaverOf: null,
          knownAt: {},
          knownAtReason: null,
        },
      ],
    });
  });

  test.each([
    ['as it stands', buildIncident()],
    ['with a date left out', without('occurredOn')],
    [
      'with the area elsewhere',
      buildIncident({ place: 'elsewhere-in-england', incidentArea: 'E06000002' }),
    ],
    ['with a reporter', buildIncident({ reporter: { role: 'Team manager' } })],
    [
      'with known moments',
      inChild({ knownAt: { harm: '2026-12-22T18:00:00Z', lookedAfter: '2019-01-01T00:00Z' } }),
    ],
    ['with twenty children', manyChildren(20)],
  ])('parsed a second time stays the same: %s', (_, input) => {
    const once = valueOf(input);
    expect(valueOf(once)).toEqual(once);
  });

  test.each([
    ['15 years and 364 days', '2010-12-21', 'no'],
    ['16 on the day', '2010-12-20', 'not-yet-known'],
    ['24', '2001-12-21', 'not-yet-known'],
    ['25 on the day', '2001-12-20', 'no'],
    ['unborn', '2027-04-01', 'no'],
    ['not known', null, 'no'],
  ])('at age %s careLeaver left out means %s', (_, bornOn, careLeaver) => {
    expect(valueOf(inChild({ bornOn })).children[0]?.careLeaver).toBe(careLeaver);
  });

  test('seconds may be left out of a moment', () => {
    const { becameAwareAt } = valueOf(buildIncident({ becameAwareAt: '2026-12-22T18:30+01:00' }));
    expect(becameAwareAt).toBe('2026-12-22T17:30:00.000Z');
  });

  test('awareness just after midnight in London counts on its London date', () => {
    const summer = { becameAwareAt: '2026-06-01T23:30:00Z', occurredOn: '2026-06-02' };
    expect(valueOf(buildIncident(summer)).occurredOn).toBe('2026-06-02');
  });
});
