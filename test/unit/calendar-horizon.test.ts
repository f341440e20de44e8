import { englandAndWales } from '../../domain/bank-holidays';
import { horizonOf } from '../../domain/calendar-horizon';

test.each([
  ['2027-12-31', 366, false],
  ['2028-01-01', 365, false],
  ['2028-01-02', 364, true],
  ['2028-12-31', 0, true],
  ['2029-01-01', -1, true],
])('on %s the calendar reaches %d more days', (today, daysLeft, isNear) => {
  const lastDay = '2028-12-31';
  expect(horizonOf(englandAndWales, today)).toEqual({ lastDay, daysLeft, isNear });
});
