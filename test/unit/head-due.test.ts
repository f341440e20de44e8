import { isHeadDue } from '../../domain/head-due';

test.each([
  ['never before, at night', null, '2026-07-01T04:59:00.000Z', false],
  ['never before, from six in summer', null, '2026-07-01T05:00:00.000Z', true],
  ['never before, from six in winter', null, '2026-12-01T06:00:00.000Z', true],
  ['this morning already', '2026-12-01T06:00:00.000Z', '2026-12-01T23:59:00.000Z', false],
  ['yesterday, at night', '2026-11-30T06:10:00.000Z', '2026-12-01T00:10:00.000Z', false],
  ['yesterday, in the morning', '2026-11-30T06:10:00.000Z', '2026-12-01T06:00:00.000Z', true],
])('the head that left %s', (_, publishedAt, now, due) => {
  expect(isHeadDue(publishedAt, now)).toBe(due);
});
