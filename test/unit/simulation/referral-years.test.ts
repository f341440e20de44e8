import { liveThroughReferral } from '../../support/simulation/referral-year';

const count = 1_000;

function faultOf(seed: number): string | null {
  try {
    liveThroughReferral(seed);
    return null;
  } catch (error) {
    return `seed ${seed}: ${String(error)}`;
  }
}

describe('random practice review referrals', () => {
  test(`${count} of them break no rule, and each can be brought to its end`, () => {
    const faults = Array.from({ length: count }, (_, index) => faultOf(50_000 + index));
    expect(faults.filter((fault) => fault !== null).slice(0, 5)).toEqual([]);
  }, 120_000);

  test('the same seed makes the same history', () => {
    const [one, other] = [liveThroughReferral(50_007), liveThroughReferral(50_007)];
    expect(other.entries).toEqual(one.entries);
    expect(one.entries.length).toBeGreaterThan(20);
  });
});
