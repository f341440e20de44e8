import { englandAndWales } from '../../../domain/bank-holidays';
import { datesOf, type DateRule } from '../../../domain/dates';

const now = '2024-01-03T10:00:00.000Z';
const clockOf = (due: DateRule) =>
  datesOf({ now, clocks: { it: { kind: 'correct', startsAt: now, due } } }, englandAndWales).clocks
    .it;

describe('dates counted from another', () => {
  test.each([
    ['15 working days', { workingDaysAfter: '2024-01-03', days: 15 }, '2024-01-24'],
    ['15 working days over Easter', { workingDaysAfter: '2025-04-17', days: 15 }, '2025-05-13'],
    ['15 working days in June', { workingDaysAfter: '2026-06-03', days: 15 }, '2026-06-24'],
    ['7 working days before', { workingDaysBefore: '2024-01-08', days: 7 }, '2023-12-27'],
    ['7 working days before, in May', { workingDaysBefore: '2025-05-06', days: 7 }, '2025-04-24'],
    ['six months, clamped', { monthsAfter: '2023-08-31', months: 6 }, '2024-02-29'],
    ['six months', { monthsAfter: '2026-06-24', months: 6 }, '2026-12-24'],
    ['a given date', { on: '2026-11-01' }, '2026-11-01'],
    ['weekdays beyond the calendar', { workingDaysAfter: '2030-01-04', days: 2 }, '2030-01-08'],
    ['weekdays back, beyond it', { workingDaysBefore: '2030-01-08', days: 2 }, '2030-01-04'],
  ] satisfies [string, DateRule, string][])('%s', (_, due, expected) => {
    expect(clockOf(due)?.dueOn).toBe(expected);
  });

  it('end with the London day, and carry their working and ladder', () => {
    const clock = clockOf({ workingDaysAfter: '2026-06-03', days: 2 });
    expect(clock).toMatchObject({
      startsAt: now,
      dueAt: '2026-06-05T22:59:59.999Z',
      counted: ['2026-06-04', '2026-06-05'],
    });
    expect(clock?.ladder.at(0)).toMatchObject({ kind: 'task', at: now });
  });
});
