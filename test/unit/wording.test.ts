import { englandAndWales as calendar } from '../../domain/bank-holidays';
import type { NoticeKind } from '../../domain/notice';
import type { Strength, TaskKind } from '../../domain/task';
import { dateInWords, leadWord, standing, taskTitle } from '../../domain/wording';
import { buildAuthority } from '../support/build-authority';
import { buildTaskInNotice } from '../support/build-batch';

test.each<[string, TaskKind, string]>([
  ['panel', 'notify', 'Notify the national Panel'],
  ['partner:icb', 'notify', 'Tell your safeguarding partner: Health Board'],
  ['partner:local-authority', 'notify', 'Inform your own delegated partner'],
  ['area:E06000002', 'notify', 'Tell the partners in Next Area'],
  ['area:E06000009', 'notify', 'Tell the partners in the authority E06000009'],
  ['secretary-of-state', 'notify', 'Notify the Secretary of State'],
  ['ofsted', 'notify', 'Notify Ofsted'],
  [
    'panel',
    'confirm-other',
    'Confirm that Next Area has notified the national Panel, and record its reference',
  ],
  ['confirm-none', 'confirm-none', 'Confirm that no notification is needed'],
  ['correct:ofsted', 'correct', 'Tell them of the changed facts: Ofsted'],
  ['correct:panel-2', 'correct', 'Tell them of the changed facts: the national Panel'],
  ['partner-view:icb', 'partner-view', 'Record the partner’s view: Health Board'],
  ['sign-off:icb', 'sign-off', 'Record the partner’s sign-off: Health Board'],
  ['decide-1', 'decide', 'Decide what to do about the facts not yet known'],
  ['mend-address:officer-1', 'mend-address', 'Mend an address in the authority’s file: officer-1'],
  [
    'withdraw:partner:icb',
    'withdraw',
    'Tell them that the notification is withdrawn: Health Board',
  ],
])('the title of %s (%s) is “%s”', (task, kind, title) => {
  expect(taskTitle({ task, kind, heldBy: 'E06000002' }, buildAuthority())).toBe(title);
});

test.each([
  ['2026-12-31', 'Thursday 31 December 2026'],
  ['2027-01-03', 'Sunday 3 January 2027'],
  ['2024-02-29', 'Thursday 29 February 2024'],
])('%s in words is %s', (on, words) => {
  expect(dateInWords(on)).toBe(words);
});

describe('how a task due on Thursday 31 December 2026 stands', () => {
  const end = '2026-12-31T23:59:59.999Z';

  test.each<[Strength, string, string]>([
    ['must', '2026-12-23T09:00:00.000Z', '4 working days left'],
    ['must', '2026-12-30T09:00:00.000Z', '1 working day left'],
    ['must', '2026-12-31T09:00:00.000Z', 'due today'],
    ['must', end, 'late'],
    ['must', '2027-01-01T09:00:00.000Z', 'late'],
    ['must', '2027-01-04T09:00:00.000Z', 'late by 1 working day'],
    ['should', '2027-01-05T09:00:00.000Z', 'target missed by 2 working days'],
    ['local', end, 'target missed'],
    ['must', '2029-01-05T09:00:00.000Z', 'late'],
  ])('%s, at %s: %s', (strength, at, words) => {
    const task = buildTaskInNotice({ strength });
    expect(standing(calendar, task, { at, on: at.slice(0, 10) })).toBe(words);
  });

  test('without a date there is nothing to say', () => {
    const task = buildTaskInNotice({ dueOn: null, dueAt: null });
    expect(standing(calendar, task, { at: end, on: '2026-12-31' })).toBeNull();
  });
});

test.each<[NoticeKind, Strength, string]>([
  ['late', 'must', 'Late'],
  ['late', 'should', 'Target missed'],
  ['late', 'local', 'Target missed'],
  ['chase', 'must', 'Still late'],
  ['chase', 'should', 'Target still missed'],
  ['task', 'should', 'New'],
])('a message of kind %s about a %s task begins with “%s”', (kind, strength, word) => {
  expect(leadWord({ kind, task: buildTaskInNotice({ strength }) })).toBe(word);
});
