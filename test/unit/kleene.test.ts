import fc from 'fast-check';
import { all, any, type Truth } from '../../domain/kleene';

const truth = fc.constantFrom<Truth[]>('yes', 'no', 'not-yet-known');
const truths = fc.array(truth);
const not = (value: Truth): Truth =>
  value === 'not-yet-known' ? value : value === 'yes' ? 'no' : 'yes';
const check = (law: (values: Truth[]) => void) => {
  fc.assert(fc.property(truths, law));
};

describe('Kleene’s three values', () => {
  test.each<[Truth, Truth, Truth, Truth]>([
    ['yes', 'yes', 'yes', 'yes'],
    ['yes', 'no', 'no', 'yes'],
    ['yes', 'not-yet-known', 'not-yet-known', 'yes'],
    ['no', 'no', 'no', 'no'],
    ['no', 'not-yet-known', 'no', 'not-yet-known'],
    ['not-yet-known', 'not-yet-known', 'not-yet-known', 'not-yet-known'],
  ])('%s and %s is %s; or is %s', (one, other, and, or) => {
    expect([all([one, other]), all([other, one])]).toEqual([and, and]);
    expect([any([one, other]), any([other, one])]).toEqual([or, or]);
  });

  test('the order of facts does not matter', () => {
    check((values) => {
      expect(all(values.toReversed())).toBe(all(values));
    });
  });

  test('a fact said twice counts once', () => {
    check((values) => {
      expect(all([...values, ...values])).toBe(all(values));
    });
  });

  test('facts may be joined in any grouping', () => {
    fc.assert(
      fc.property(truths, truths, (some, more) => {
        expect(all([all(some), all(more)])).toBe(all([...some, ...more]));
      }),
    );
  });

  test('not (a and b) is (not a) or (not b)', () => {
    check((values) => {
      expect(not(all(values))).toBe(any(values.map(not)));
    });
  });

  test('what is known stays so when a fact not yet known becomes known', () => {
    fc.assert(
      fc.property(truths, fc.constantFrom<Truth[]>('yes', 'no'), (values, answer) => {
        const before = all([...values, 'not-yet-known']);
        const after = all([...values, answer]);
        if (before !== 'not-yet-known') expect(after).toBe(before);
      }),
    );
  });

  test('of no facts at all, all hold and none holds', () => {
    expect([all([]), any([])]).toEqual(['yes', 'no']);
  });
});
