import Holidays from 'date-holidays';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { englandAndWales } from '../../domain/bank-holidays';
import {
  addCalendarMonths,
  addWorkingDays,
  endOfLondonDay,
  isWorkingDay,
  londonDateOf,
  londonInstant,
  OutsideCalendar,
  subtractWorkingDays,
  utc,
  workingDaysBetween,
} from '../../domain/calendar';

const plusDays = (on: string, days: number) =>
  DateTime.fromISO(on, { zone: 'utc' }).plus({ days }).toISODate() ?? '';
const daysFrom = (first: string, last: string) => {
  const days: string[] = [];
  for (let on = first; on <= last; on = plusDays(on, 1)) days.push(on);
  return days;
};
const aDay = fc.integer({ min: 0, max: 2100 }).map((n) => plusDays('2023-01-31', n));
/** Days, of which most have a bank holiday among them. */
const aSpan = fc.integer({ min: 0, max: 60 });
const aCount = fc.integer({ min: 1, max: 20 });

describe('the worked examples of the clock', () => {
  test.each([
    ['2023-12-22', 5, '2024-01-03'],
    ['2023-04-28', 5, '2023-05-09'],
    ['2024-10-26', 5, '2024-11-01'],
    ['2026-03-28', 5, '2026-04-07'],
    ['2026-12-26', 5, '2027-01-05'],
    ['2027-12-23', 5, '2028-01-04'],
    ['2024-01-03', 15, '2024-01-24'],
    ['2025-04-17', 15, '2025-05-13'],
    ['2026-06-03', 15, '2026-06-24'],
  ])('from %s, %d working days end on %s', (from, days, dueOn) => {
    expect(addWorkingDays(englandAndWales, from, days).dueOn).toBe(dueOn);
  });

  test.each([
    ['2024-01-08', '2023-12-27'],
    ['2025-05-06', '2025-04-24'],
  ])('seven working days before %s is %s', (from, expected) => {
    expect(subtractWorkingDays(englandAndWales, from, 7)).toBe(expected);
  });

  test.each([
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-06-24', 6, '2026-12-24'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %d calendar months is %s', (from, months, expected) => {
    expect(addCalendarMonths(from, months)).toBe(expected);
  });

  test('the working names every day passed over', () => {
    expect(addWorkingDays(englandAndWales, '2026-12-22', 5)).toEqual({
      dueOn: '2026-12-31',
      counted: ['2026-12-23', '2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'],
      skipped: [
        { on: '2026-12-25', why: 'Christmas Day' },
        { on: '2026-12-26', why: 'Saturday' },
        { on: '2026-12-27', why: 'Sunday' },
        { on: '2026-12-28', why: 'Boxing Day (substitute day)' },
      ],
    });
  });
});

test('every day of 2023 to 2028 agrees with date-holidays', () => {
  const oracle = new Holidays('GB', 'ENG', { types: ['public', 'bank'], timezone: 'UTC' });
  const off = new Set(
    [2023, 2024, 2025, 2026, 2027, 2028].flatMap((year) =>
      oracle.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)),
    ),
  );
  const differing = daysFrom('2023-01-01', '2028-12-31').filter((on) => {
    const weekend = DateTime.fromISO(on).weekday > 5;
    return isWorkingDay(englandAndWales, on) !== !(weekend || off.has(on));
  });
  expect(differing).toEqual([]);
});

describe('laws of counting', () => {
  test('a due date is a working day and exactly so many days are counted', () => {
    fc.assert(
      fc.property(aDay, aCount, (from, days) => {
        const { dueOn, counted } = addWorkingDays(englandAndWales, from, days);
        expect(isWorkingDay(englandAndWales, dueOn)).toBe(true);
        expect(counted).toHaveLength(days);
        expect(workingDaysBetween(englandAndWales, from, dueOn)).toBe(days);
        expect(workingDaysBetween(englandAndWales, dueOn, from)).toBe(-days);
      }),
    );
  });

  test('between any two days lie as many as are working days one by one', () => {
    fc.assert(
      fc.property(aDay, aSpan, (from, days) => {
        const to = plusDays(from, days);
        const oneByOne = daysFrom(plusDays(from, 1), to).filter((on) =>
          isWorkingDay(englandAndWales, on),
        );
        expect(workingDaysBetween(englandAndWales, from, to)).toBe(oneByOne.length);
      }),
    );
  });

  test('a holiday on a Saturday is skipped once, forward and back', () => {
    const calendar = {
      ...englandAndWales,
      holidays: { '2026-08-29': 'A Saturday', '2026-08-31': 'A Monday' },
    };
    expect(workingDaysBetween(calendar, '2026-08-27', '2026-09-02')).toBe(3);
    expect(workingDaysBetween(calendar, '2026-09-02', '2026-08-27')).toBe(-3);
  });

  test('counted and skipped together are every day after day 0 up to the due date', () => {
    fc.assert(
      fc.property(aDay, aCount, (from, days) => {
        const { dueOn, counted, skipped } = addWorkingDays(englandAndWales, from, days);
        const listed = [...counted, ...skipped.map((day) => day.on)].sort();
        expect(listed).toEqual(daysFrom(plusDays(from, 1), dueOn));
      }),
    );
  });

  test('a later awareness is never due earlier', () => {
    fc.assert(
      fc.property(aDay, aDay, aCount, (a, b, days) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const due = (from: string) => addWorkingDays(englandAndWales, from, days).dueOn;
        expect(due(first) <= due(second)).toBe(true);
      }),
    );
  });

  test('counting back from the due date leads to a working day 0', () => {
    fc.assert(
      fc.property(aDay, aCount, (from, days) => {
        fc.pre(isWorkingDay(englandAndWales, from));
        const { dueOn } = addWorkingDays(englandAndWales, from, days);
        expect(subtractWorkingDays(englandAndWales, dueOn, days)).toBe(from);
      }),
    );
  });
});

describe('outside its years', () => {
  test.each([
    ['forward', () => addWorkingDays(englandAndWales, '2028-12-28', 5), '2029'],
    ['back', () => subtractWorkingDays(englandAndWales, '2023-01-03', 2), '2022'],
    ['between', () => workingDaysBetween(englandAndWales, '2028-12-28', '2029-01-03'), '2029'],
    ['on a day', () => isWorkingDay(englandAndWales, '2022-12-30'), '2022'],
    ['over a weekend before it', () => addWorkingDays(englandAndWales, '2022-12-30', 5), '2022'],
  ])('the calendar refuses to count %s', (_, count, year) => {
    expect(count).toThrow(OutsideCalendar);
    expect(count).toThrow(`No bank holidays are held for ${year}`);
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', 'tomorrow', '2026-1-1'])(
    'the text %s is no date',
    (on) => {
      expect(() => addWorkingDays(englandAndWales, on, 1)).toThrow(RangeError);
    },
  );
});

describe('London time', () => {
  test.each([
    ['2026-04-07', '2026-04-07T22:59:59.999Z'],
    ['2026-03-28', '2026-03-28T23:59:59.999Z'],
    ['2026-03-29', '2026-03-29T22:59:59.999Z'],
    ['2026-10-24', '2026-10-24T22:59:59.999Z'],
    ['2026-10-25', '2026-10-25T23:59:59.999Z'],
  ])('%s ends at %s', (on, end) => {
    expect(endOfLondonDay(on)).toBe(end);
  });

  test.each([
    ['2026-06-01', '09:00', '2026-06-01T08:00:00.000Z'],
    ['2026-12-01', '13:00', '2026-12-01T13:00:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['2026-06-01', '00:30', '2026-05-31T23:30:00.000Z'],
  ])('%s at %s is %s', (on, time, instant) => {
    expect(londonInstant(on, time)).toBe(instant);
  });

  test('every half hour around each change of the clocks agrees with luxon', () => {
    for (const start of [2023, 2024, 2025, 2026, 2027, 2028, 2029].flatMap((year) => [
      DateTime.utc(year, 3, 22),
      DateTime.utc(year, 10, 22),
    ])) {
      const earliest = new Map<string, string>();
      for (let step = 0; step < 48 * 11; step += 1) {
        const instant = start
          .plus({ minutes: 30 * step })
          .toJSDate()
          .toISOString();
        const local = DateTime.fromISO(instant, { zone: 'Europe/London' });
        expect(londonDateOf(instant)).toBe(local.toISODate());
        const wallClock = local.toFormat('yyyy-MM-dd HH:mm');
        if (!earliest.has(wallClock)) earliest.set(wallClock, instant);
      }
      for (const [wallClock, instant] of earliest) {
        const [on = '', time = ''] = wallClock.split(' ');
        expect(londonInstant(on, time)).toBe(instant);
      }
    }
  });

  test('a moment with any offset is normalised to UTC', () => {
    expect(utc('2026-06-01T00:30:00+01:00')).toBe('2026-05-31T23:30:00.000Z');
    expect(londonDateOf('2026-06-01T02:30:00+05:00')).toBe('2026-05-31');
  });

  test.each(['2026-06-01T00:30:00', '2026-02-30T10:00:00Z', '2026-06-01', 'now'])(
    'the text %s is no moment',
    (text) => {
      expect(() => utc(text)).toThrow(RangeError);
    },
  );
});
