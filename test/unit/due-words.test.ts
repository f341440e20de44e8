import { englandAndWales as calendar } from '../../domain/bank-holidays';
import { dueWords } from '../../domain/due-words';
import type { Strength } from '../../domain/strength';

const due = (strength: Strength) => ({
  ...{ dueOn: '2026-12-31', dueAt: '2026-12-31T23:59:59.999Z', strength },
});

test.each<[string, Strength, string]>([
  [
    '2026-12-29T09:00:00Z',
    'must',
    'due Thursday 31 December 2026, 2 working days left; aim for 17:00 that day',
  ],
  [
    '2026-12-31T09:00:00Z',
    'must',
    'due today, Thursday 31 December 2026; aim for 17:00, by the end of the day at the latest',
  ],
  ['2027-01-04T09:00:00Z', 'must', 'late by 1 working day: it was due Thursday 31 December 2026'],
  [
    '2027-01-04T09:00:00Z',
    'local',
    'target missed by 1 working day: it was due Thursday 31 December 2026',
  ],
])('at %s a %s task is %s', (now, strength, words) => {
  expect(dueWords(calendar, due(strength), now)).toBe(words);
});

test('without a date there is nothing to say', () => {
  const undated = { dueOn: null, dueAt: null, strength: 'local' } as const;
  expect(dueWords(calendar, undated, '2026-12-29T09:00:00Z')).toBeNull();
});
