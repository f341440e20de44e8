import type { CasesContext } from '../../client/context';
import { keptCounts, keptFigures } from '../../client/kept-answers';
import type { Outcome } from '../../client/answers';
import type { Counts } from '../../register/counts';

const quarter = { from: '2026-10-01', to: '2026-12-31' };

/** A register with so many entries, at such a moment, and how often figures were worked out. */
function setUp() {
  const at = { entries: 7, now: '2026-12-22T18:00:00.000Z' };
  const worked: string[] = [];
  const register = { head: () => Promise.resolve({ count: at.entries }) };
  const context = { register, now: () => at.now } as unknown;
  const figures = keptFigures(context as CasesContext, (_, period) => {
    worked.push(period.from);
    if (worked.length > 3) return Promise.reject(new Error('no answer'));
    return Promise.resolve({ ok: true, value: { incidents: [], unreadable: [] } });
  });
  return { at, worked, figures };
}

test('who asks at the same time, or soon after, gets what was worked out once', async () => {
  const { figures, worked } = setUp();
  const [one, other] = await Promise.all([figures(quarter), figures(quarter)]);
  expect(other).toBe(one);
  expect(await figures(quarter)).toBe(one);
  expect(worked).toHaveLength(1);
});

test.each([
  ['another period', { from: '2026-07-01' }, {}],
  ['one entry more', {}, { entries: 8 }],
  ['more than five minutes later', {}, { now: '2026-12-22T18:05:01.000Z' }],
])('%s is worked out anew', async (_, period, change) => {
  const { at, figures, worked } = setUp();
  await figures(quarter);
  Object.assign(at, change);
  await figures({ ...quarter, ...period });
  expect(worked).toHaveLength(2);
});

test('a failure is asked again', async () => {
  const { at, figures, worked } = setUp();
  for (const entries of [1, 2, 3]) {
    at.entries = entries;
    await figures(quarter);
  }
  at.entries = 4;
  await expect(figures(quarter)).rejects.toThrow('no answer');
  await expect(figures(quarter)).rejects.toThrow('no answer');
  expect(worked).toHaveLength(5);
});

test.each([
  ['soon after', '2026-12-22T18:00:30.000Z', 1],
  ['more than half a minute later, when more may be late', '2026-12-22T18:00:31.000Z', 2],
])('what is open, asked %s', async (_, later, times) => {
  const at = { now: '2026-12-22T18:00:00.000Z' };
  const register = { head: () => Promise.resolve({ count: 7 }) };
  const context = { register, now: () => at.now } as unknown;
  const work = jest.fn(() => Promise.resolve({ ok: true } as Outcome<Counts>));
  const counts = keptCounts(context as CasesContext, work);
  await counts();
  at.now = later;
  await counts();
  expect(work).toHaveBeenCalledTimes(times);
});
