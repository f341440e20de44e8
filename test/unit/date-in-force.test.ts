import { englandAndWales } from '../../domain/bank-holidays';
import { taskDueWords } from '../../domain/record/date-in-force';
import { standingWords } from '../../domain/record/standing-words';
import { buildTaskView } from '../support/build-view';

const at = (now: string, overrides: Parameters<typeof buildTaskView>[0] = {}) =>
  taskDueWords(buildTaskView(overrides), englandAndWales, now);

describe('when a task of a record is due', () => {
  test('the earlier date holds while a later start is only claimed', () => {
    const claimed = { dueOn: '2027-01-05', dueAt: '2027-01-05T23:59:59.999Z' };
    expect(at('2026-12-29T12:00:00.000Z', claimed)).toBe(
      'due Thursday 31 December 2026, 2 working days left; aim for 17:00 that day (counted from awareness)',
    );
  });

  test('the later date holds once it is confirmed', () => {
    const dueAt = '2027-01-05T23:59:59.999Z';
    const confirmed = { dueOn: '2027-01-05', dueAt, inForceDueAt: dueAt };
    expect(at('2027-01-04T12:00:00.000Z', confirmed)).toBe(
      'due Tuesday 5 January 2027, 1 working day left; aim for 17:00 that day',
    );
  });

  test('a task without a date has none', () => {
    expect(at('2026-12-29T12:00:00.000Z', { dueOn: null, dueAt: null })).toBeNull();
  });
});

describe('how a task stands', () => {
  test.each([
    ['open', 'must', 'open'],
    ['acknowledged', 'must', 'acknowledged'],
    ['late', 'must', 'late'],
    ['late', 'should', 'target missed'],
    ['done', 'must', 'done'],
    ['done-late', 'must', 'done late'],
    ['done-late', 'local', 'done, target missed'],
    ['cancelled', 'must', 'ended'],
  ] as const)('%s (%s) is “%s”', (state, strength, words) => {
    expect(standingWords({ state, strength })).toBe(words);
  });
});
