import { moveToNow } from '../../../cli/try-report';
import { englandAndWales as calendar } from '../../../domain/bank-holidays';
import { parseReport } from '../../../domain/report';
import { buildIncident } from '../../support/build-incident';

const now = '2027-06-10T09:15:00.000Z';
const move = (report: unknown) => moveToNow(report, now).report;

describe('moving a report to now', () => {
  test('awareness is now where nothing was known later', () => {
    expect(move(buildIncident())).toMatchObject({ becameAwareAt: now });
  });

  test('the latest moment is now where a fact was known later', () => {
    const knownAt = { abuseOrNeglect: '2026-12-23T17:30:00Z', lookedAfter: '2025-01-01T00:00:00Z' };
    expect(move(buildIncident({}, { knownAt }))).toMatchObject({
      becameAwareAt: '2027-06-09T09:15:00.000Z',
      children: [{ knownAt: { abuseOrNeglect: now, lookedAfter: '2025-06-18T15:45:00.000Z' } }],
    });
  });

  test.each([
    ['two days before, in winter', '2026-12-22T17:30:00Z', '2026-12-20', '2027-06-08'],
    ['the same day', '2026-12-22T00:05:00Z', '2026-12-22', '2027-06-10'],
    ['the same London day, another UTC day', '2026-06-21T23:30:00Z', '2026-06-22', '2027-06-10'],
  ])('the date of the incident keeps its distance: %s', (_, becameAwareAt, occurredOn, moved) => {
    expect(move(buildIncident({ becameAwareAt, occurredOn }))).toMatchObject({
      becameAwareAt: now,
      occurredOn: moved,
    });
  });

  test('ages stay, for birth dates move as the incident does', () => {
    expect(move(buildIncident({}, { bornOn: '2012-03-04' }))).toMatchObject({
      children: [{ bornOn: '2012-08-21' }],
    });
  });

  test('what is not known stays unknown, and free text stays as it is', () => {
    const report = buildIncident({ occurredOn: null, summary: '2026-12-20' }, { bornOn: null });
    expect(move(report)).toMatchObject({
      occurredOn: null,
      summary: '2026-12-20',
      children: [{ bornOn: null }],
    });
  });

  test('a good report stays good', () => {
    expect(parseReport(move(buildIncident()), { now, calendar }).ok).toBe(true);
  });

  test('it says what was moved', () => {
    expect(moveToNow(buildIncident(), now).said).toEqual([
      'For trying out, every moment and date of the report was moved by the same distance.',
      'Awareness: from Tuesday 22 December 2026, 17:30 to Thursday 10 June 2027, 10:15.',
      'The incident is now dated Tuesday 8 June 2027.',
    ]);
  });

  test.each([[null], ['text'], [[]], [{}], [{ becameAwareAt: 'soon', children: 3 }]])(
    'what is no report is left alone: %j',
    (report) => {
      expect(moveToNow(report, now)).toEqual({ report, said: [] });
    },
  );
});
