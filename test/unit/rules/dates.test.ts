import { englandAndWales } from '../../../domain/bank-holidays';
import { datesOf, type DateRule, type DatesWanted } from '../../../domain/dates';

const now = '2024-01-03T10:00:00.000Z';
const basis = { calendar: englandAndWales, authority: { targets: { 'decide-referral': 7 } } };
const answer = (it: DatesWanted) => {
  const dates = datesOf({ now, tasks: { it } }, basis);
  return dates.ok ? dates.plan.tasks.it : undefined;
};
const clockOf = (due: DateRule) => answer({ kind: 'correct', startsAt: now, due })?.clock;

describe('dates counted from another', () => {
  test.each([
    ['15 working days', { workingDays: 15, after: '2024-01-03' }, '2024-01-24'],
    ['15 working days over Easter', { workingDays: 15, after: '2025-04-17' }, '2025-05-13'],
    ['15 working days in June', { workingDays: 15, after: '2026-06-03' }, '2026-06-24'],
    ['7 working days before', { workingDays: 7, before: '2024-01-08' }, '2023-12-27'],
    ['7 working days before, in May', { workingDays: 7, before: '2025-05-06' }, '2025-04-24'],
    ['six months, clamped', { months: 6, after: '2023-08-31' }, '2024-02-29'],
    ['six months', { months: 6, after: '2026-06-24' }, '2026-12-24'],
    ['a given date', { on: '2026-11-01' }, '2026-11-01'],
    ['weekdays beyond the calendar', { workingDays: 2, after: '2030-01-04' }, '2030-01-08'],
    ['weekdays back, beyond it', { workingDays: 2, before: '2030-01-08' }, '2030-01-04'],
  ] satisfies [string, DateRule, string][])('%s', (_, due, expected) => {
    expect(clockOf(due)?.dueOn).toBe(expected);
  });

  it('end with the London day, and carry their working and ladder', () => {
    const clock = clockOf({ workingDays: 2, after: '2026-06-03' });
    expect(clock).toMatchObject({
      startsAt: now,
      dueAt: '2026-06-05T22:59:59.999Z',
      counted: ['2026-06-04', '2026-06-05'],
    });
    expect(clock?.ladder.at(0)).toMatchObject({ kind: 'task', at: now });
  });

  it.each([
    ['its own', 'acknowledge-referral', '2024-01-04'],
    ['what the authority’s file says', 'decide-referral', '2024-01-12'],
  ] as const)('are, where no rule is given, those of the kind’s period: %s', (_, kind, on) => {
    expect(answer({ kind, startsAt: now })?.clock.dueOn).toBe(on);
  });

  it('are refused where a date that a person gave has passed', () => {
    const toCome = { '--by': '2024-01-02', '--on': '2024-01-03' };
    expect(datesOf({ now, tasks: {}, toCome }, basis)).toMatchObject({
      ok: false,
      problems: [{ path: '--by', problem: '2024-01-02 has passed' }],
    });
  });
});
