import { liveThroughReview } from '../../support/simulation/review-year';

const years = 300;

function faultOf(seed: number): string | null {
  try {
    liveThroughReview(seed);
    return null;
  } catch (error) {
    return `seed ${seed}: ${String(error)}`;
  }
}

describe('random reviews', () => {
  test(`${years} of them break no rule, and each can be brought to its end`, () => {
    const faults = Array.from({ length: years }, (_, index) => faultOf(50_000 + index));
    expect(faults.filter((fault) => fault !== null).slice(0, 5)).toEqual([]);
  }, 120_000);

  test('the same seed gives the same history', () => {
    expect(liveThroughReview(50_001).entries).toEqual(liveThroughReview(50_001).entries);
  });
});
