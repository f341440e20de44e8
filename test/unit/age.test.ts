import { ageOn, isUnder } from '../../domain/age';

describe('ages', () => {
  test.each([
    ['2008-12-20', '2026-12-19', 17],
    ['2008-12-20', '2026-12-20', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2027-01-01', '2026-12-31', -1],
    [null, '2026-12-31', null],
  ])('born on %s is on %s aged %s', (bornOn, on, age) => {
    expect(ageOn(bornOn, on)).toBe(age);
  });

  test('a birth date not known counts as a child and as under 25', () => {
    expect([isUnder(18, null, '2026-01-01'), isUnder(25, null, '2026-01-01')]).toEqual([
      true,
      true,
    ]);
  });
});
