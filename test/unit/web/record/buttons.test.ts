import type { Role } from '../../../../domain/roles';
import { buttonsFor, takeAll } from '../../../../web/record/buttons';
import { buildTaskView, buildView } from '../../../support/build-view';

const record = buildView();
const texts = (
  task: Parameters<typeof buildTaskView>[0],
  role: Role,
  of: Parameters<typeof buildView>[0] = {},
) =>
  buttonsFor(buildTaskView(task), buildView(of), { id: 'me', roles: [role] }).map(
    ({ text }) => text,
  );

const have = 'I have got this';
const done = 'Record that it was done';
const give = 'Give it to somebody else';
const explain = 'Add an explanation';

describe('the buttons of a task', () => {
  test.each([
    ['an officer may do all but decide', {}, 'notifying-officer', [have, done, give, explain]],
    ['the Business Manager gives no task away', {}, 'business-manager', [have, done, explain]],
    ['an auditor reads', {}, 'auditor', []],
    ['data protection reads', {}, 'data-protection', []],
    [
      'who has it already is not asked again',
      { state: 'acknowledged', acknowledged: { by: 'me', at: '2026-12-22T18:00:00.000Z' } },
      'notifying-officer',
      [done, give, explain],
    ],
    [
      'what another has can be taken over',
      { state: 'acknowledged', acknowledged: { by: 'other', at: '2026-12-22T18:00:00.000Z' } },
      'notifying-officer',
      [have, done, give, explain],
    ],
    [
      'lateness has room for its explanation itself',
      { state: 'late' },
      'deputy',
      [have, done, give],
    ],
    ['a done task can be explained', { state: 'done' }, 'deputy', [explain]],
    ['one done late is explained beside that', { state: 'done-late' }, 'deputy', []],
    ['a manager confirms', { kind: 'confirm-none' }, 'manager', [have, 'Confirm', give, explain]],
    ['an officer does not', { kind: 'confirm-none' }, 'deputy', [have, give, explain]],
    [
      'a manager decides about facts not yet known, in one of three ways',
      { kind: 'decide' },
      'manager',
      [
        have,
        'Set when to look again',
        'Add what became known',
        'Propose not to notify',
        give,
        explain,
      ],
    ],
  ] as const)('%s', (_, task, role, expected) => {
    expect(texts(task, role)).toEqual(expected);
  });

  test('a proposal is looked at by a second person who may approve', () => {
    const task = { task: 'approve-p1', kind: 'approve' } as const;
    const at = '2026-12-22T18:00:00.000Z';
    const proposal = (by: string) => ({
      ...{ id: 'p1', by, at, reason: 'typed twice', state: 'waiting' as const },
      ...{ what: { kind: 'withdraw' as const }, words: 'the incident would be withdrawn' },
    });
    const look = 'Look at the proposal';
    expect(texts(task, 'manager', { proposals: [proposal('other')] })).toContain(look);
    expect(texts(task, 'manager', { proposals: [proposal('me')] })).not.toContain(look);
    expect(texts(task, 'deputy', { proposals: [proposal('other')] })).not.toContain(look);
  });

  test('each leads to its page with the task chosen; only “I have got this” is done at once', () => {
    const task = buildTaskView({ task: 'partner:icb' });
    const buttons = buttonsFor(task, record, { id: 'me', roles: ['deputy'] });
    expect(buttons.map(({ href }) => href.replace('/records/SI-2026-7K3F/', ''))).toEqual([
      'act/acknowledge',
      'done?task=partner%3Aicb',
      'act/reassign?task=partner%3Aicb',
      'act/explain?task=partner%3Aicb',
    ]);
    expect(buttons.map(({ actionId }) => actionId !== undefined)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('taking all tasks at once', () => {
  const two = [
    buildTaskView({ task: 'panel' }),
    buildTaskView({ task: 'partner:icb', state: 'acknowledged' }),
    buildTaskView({ task: 'ofsted' }),
    buildTaskView({ task: 'partner:police', owner: 'deputy-1' }),
  ];

  test('takes those that nobody has', () => {
    const all = takeAll(two, record, { id: 'me', roles: ['deputy'] });
    expect(all?.ids).toEqual(['panel', 'ofsted']);
  });

  test('is not offered for one, nor to whoever may not', () => {
    expect(takeAll(two.slice(0, 2), record, { id: 'me', roles: ['deputy'] })).toBeNull();
    expect(takeAll(two, record, { id: 'me', roles: ['auditor'] })).toBeNull();
  });
});
