import { rulebookOf } from '../../../domain/rulebook';
import { workingDaysToNotify } from '../../../domain/report-checks';
import { assessIncident, criterionOf, dutyOf } from '../../support/assess-incident';
import { buildChild, buildIncident, inChild } from '../../support/build-incident';

const later = '2027-01-29T12:00:00.000Z';
const aware = (becameAwareAt: string, more = {}, child = {}) =>
  buildIncident({ becameAwareAt, occurredOn: becameAwareAt.slice(0, 10), ...more }, child);

describe('five working days of becoming aware, worked examples', () => {
  test.each([
    ['a Friday before Christmas', '2023-12-22T17:30:00+00:00', '2024-01-03'],
    ['two bank holidays in May 2023', '2023-04-28T09:00:00+01:00', '2023-05-09'],
    ['a Saturday on whose night clocks go back', '2024-10-26T12:00:00+01:00', '2024-11-01'],
    ['a Saturday before clocks go forward, and Easter', '2026-03-28T12:00:00+00:00', '2026-04-07'],
    ['Boxing Day on a Saturday', '2026-12-26T12:00:00+00:00', '2027-01-05'],
    ['two substitute days', '2027-12-23T12:00:00+00:00', '2028-01-04'],
    ['the last minute of a London day', '2026-06-01T22:59:00Z', '2026-06-08'],
    ['the first minute of the next', '2026-06-01T23:00:00Z', '2026-06-09'],
  ])('aware on %s', (_, becameAwareAt, dueOn) => {
    const assessed = assessIncident(aware(becameAwareAt), '2028-01-10T00:00:00.000Z');
    expect(dutyOf(assessed, 'panel').dueOn).toBe(dueOn);
  });

  test.each([
    ['2026-03-28T12:00:00+00:00', '2026-04-07T22:59:59.999Z'],
    ['2024-10-26T12:00:00+01:00', '2024-11-01T23:59:59.999Z'],
  ])('aware at %s, it is due at the last instant of the London day: %s', (at, dueAt) => {
    expect(dutyOf(assessIncident(aware(at), later), 'panel').dueAt).toBe(dueAt);
  });

  test('the working is shown: every day counted, every day skipped and why', () => {
    expect(dutyOf(assessIncident(buildIncident()), 'panel')).toMatchObject({
      counted: ['2026-12-23', '2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'],
      skipped: [
        { on: '2026-12-25', why: 'Christmas Day' },
        { on: '2026-12-26', why: 'Saturday' },
        { on: '2026-12-27', why: 'Sunday' },
        { on: '2026-12-28', why: 'Boxing Day (substitute day)' },
      ],
    });
  });

  test('the report is checked by the period of the rulebook', () => {
    expect(rulebookOf('england-2023').period.workingDays).toBe(workingDaysToNotify);
  });

  test('an edition that does not exist is refused, never guessed', () => {
    expect(() => rulebookOf('england-2031')).toThrow('no rulebook "england-2031"');
  });
});

describe('a criterion’s clock: the latest of the facts that meet it (our decision)', () => {
  const [day4, day6] = ['2027-01-04T09:00:00.000Z', '2027-01-06T09:00:00.000Z'];
  const start = (id: string, child: Record<string, unknown>) =>
    criterionOf(assessIncident(inChild(child), later), id).clockStartsAt;

  test.each([
    ['both from awareness', {}, '2026-12-22T17:30:00.000Z'],
    ['neglect learned later', { abuseOrNeglect: day4 }, day4],
    ['death learned later', { harm: day6, abuseOrNeglect: day4 }, day6],
    [
      'neglect known for years',
      { abuseOrNeglect: '2024-01-04T09:00:00.000Z' },
      '2026-12-22T17:30:00.000Z',
    ],
    ['another criterion’s fact', { lookedAfter: day6 }, '2026-12-22T17:30:00.000Z'],
  ])('%s', (_, knownAt, startsAt) => {
    expect(start('death-with-abuse-or-neglect', { knownAt })).toBe(startsAt);
  });

  test('each criterion has its own', () => {
    const child = { lookedAfter: 'yes', knownAt: { lookedAfter: day4, abuseOrNeglect: day6 } };
    expect(start('looked-after-child-death', child)).toBe(day4);
    expect(start('death-with-abuse-or-neglect', child)).toBe(day6);
  });

  test('a duty counts from the earliest clock of its criteria and children', () => {
    const children = [
      buildChild({ knownAt: { abuseOrNeglect: day6 } }),
      buildChild({
        ref: 'B',
        lookedAfter: 'yes',
        knownAt: { lookedAfter: day4, abuseOrNeglect: day6 },
      }),
    ];
    const assessed = assessIncident(buildIncident({ children }), later);
    expect(dutyOf(assessed, 'panel').clockStartsAt).toBe(day4);
  });

  test('when it was typed in does not matter', () => {
    const report = inChild({ knownAt: { abuseOrNeglect: day4 } });
    const dueOn = [later, '2027-01-05T09:00:00.000Z'].map(
      (now) => dutyOf(assessIncident(report, now), 'panel').dueOn,
    );
    expect(dueOn).toEqual(['2027-01-11', '2027-01-11']);
  });
});

describe('the strict date: from awareness', () => {
  const claim = inChild({ knownAt: { abuseOrNeglect: '2026-12-29T09:00:00Z' } });

  test('stands beside a claimed later one, and the ladder follows it', () => {
    const duty = dutyOf(assessIncident(claim, '2026-12-29T10:00:00.000Z'), 'panel');
    expect(duty).toMatchObject({ dueOn: '2027-01-06', strictDueOn: '2026-12-31' });
    expect(duty.ladder.find(({ kind }) => kind === 'late')?.at).toBe('2026-12-31T23:59:59.999Z');
  });

  test('once it has passed, the ladder follows the claimed one', () => {
    const duty = dutyOf(assessIncident(claim, '2027-01-04T10:00:00.000Z'), 'panel');
    expect(duty.ladder.find(({ kind }) => kind === 'late')?.at).toBe('2027-01-06T23:59:59.999Z');
  });

  test('is the same date where nothing later is claimed', () => {
    const { dueAt, strictDueAt } = dutyOf(assessIncident(buildIncident()), 'panel');
    expect(strictDueAt).toBe(dueAt);
  });
});

describe('past the calendar’s last year', () => {
  const now = '2028-12-31T18:00:00.000Z';
  const late = (child: Record<string, unknown>) =>
    buildIncident(
      { becameAwareAt: '2028-12-08T12:30:00Z', occurredOn: null },
      { ...child, bornOn: null },
    );

  test('a due date that no calendar holds is refused', () => {
    const known = { knownAt: { abuseOrNeglect: '2028-12-29T10:00:00Z' } };
    expect(() => assessIncident(late(known), now)).toThrow('no bank holidays are held for 2029');
  });

  test('a moment that no due date depends on is not', () => {
    const known = { lookedAfter: 'no', knownAt: { lookedAfter: '2028-12-29T10:00:00Z' } };
    expect(assessIncident(late(known), now).decision).toBe('notify');
  });
});
