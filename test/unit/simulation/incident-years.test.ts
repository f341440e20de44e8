import { liveThrough } from '../../support/simulation/incident-year';

const years = 10_000;

/**
 * Seeds at which faults of the kernel showed: a recheck without an end, a withdrawn record that
 * never finished, a claim in force unconfirmed, a task ended by one person, a date put off by one.
 */
const kept = [10_159, 10_238, 10_402, 10_423, 10_437];

function faultOf(seed: number): string | null {
  try {
    liveThrough(seed);
    return null;
  } catch (error) {
    return `seed ${seed}: ${String(error)}`;
  }
}

describe('random incident-years', () => {
  test.each(kept)('seed %i, at which a fault once showed, lives through its year', (seed) => {
    expect(faultOf(seed)).toBeNull();
  });

  test(`${years} of them break no rule, and each can be brought to its end`, () => {
    const faults = Array.from({ length: years }, (_, index) => faultOf(10_000 + index));
    expect(faults.filter((fault) => fault !== null).slice(0, 5)).toEqual([]);
  }, 120_000);
});
