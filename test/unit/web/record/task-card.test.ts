import { taskCard } from '../../../../web/record/task-card';
import { buildTaskView } from '../../../support/build-view';
import { buildVisit } from '../../../support/build-visit';

const card = (
  task: Parameters<typeof buildTaskView>[0] = {},
  visit: Parameters<typeof buildVisit>[0] = {},
) => taskCard(buildTaskView(task), buildVisit(visit));
const rows = (task: Parameters<typeof buildTaskView>[0]) =>
  Object.fromEntries(card(task).facts.map(({ label, text }) => [label, text]));

const evidence = {
  at: '2026-12-30T10:00:00.000Z',
  ...{ channel: 'online system', reference: 'CSONS-1', told: 'the duty desk', by: 'officer-1' },
  recordedAt: '2026-12-30T10:05:00.000Z',
};

describe('a task on the page of its record', () => {
  test('says when it is due, why, and under what', () => {
    expect(card()).toMatchObject({
      title: 'Notify Ofsted',
      state: 'open',
      due: 'Due Thursday 31 December 2026, 2 working days left; aim for 17:00 that day',
      facts: [
        {
          label: 'Why',
          text: 'This authority is responsible for the child. Required by law or statutory guidance.',
        },
      ],
    });
  });

  test('shows the working: day 0, what counted, what did not and why', () => {
    expect(card().days).toEqual({
      title: 'How the days were counted',
      zero: 'Tuesday 22 December 2026',
      counted: ['Wed 23 Dec', 'Thu 24 Dec', 'Tue 29 Dec', 'Wed 30 Dec', 'Thu 31 Dec'],
      skipped: ['Fri 25 Dec (Christmas Day)'],
    });
    expect(card({ clockStartsAt: null, counted: [] }).days).toBeNull();
  });

  test('shows the claimed date beside the one in force', () => {
    const claimed = { dueOn: '2027-01-05', dueAt: '2027-01-05T23:59:59.999Z' };
    expect(card(claimed).due).toMatch(
      /^Due Thursday 31 December 2026, .* \(counted from awareness\)$/,
    );
    expect(rows(claimed)['The other date']).toBe(
      'Or by the end of Tuesday 5 January 2027, once a manager has confirmed the later start',
    );
  });

  test('shows who owns it, who has it, and who was not reached, by name', () => {
    const acknowledged = { by: 'officer-1', at: '2026-12-23T09:00:00.000Z' };
    const notReached = ['manager-1', 'partner:icb', 'area:E06000002', 'address:director', 'gone-1'];
    const { facts } = card({ owner: 'deputy-1', acknowledged, notReached });
    expect(facts.slice(1).map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Owner: Deputy 1',
      'Who has it: Officer 1, since Wednesday 23 December 2026, 09:00',
      'Not reached by mail: Manager 1',
      'Not reached by mail: Health Board',
      'Not reached by mail: the partners in Next Area',
      'Not reached by mail: the staffed address of the director',
      'Not reached by mail: gone-1',
    ]);
  });

  test('shows the evidence once it is done, and when it was due', () => {
    expect(rows({ state: 'done', evidence })).toMatchObject({
      'Was due': 'by the end of Thursday 31 December 2026',
      Done: 'Wednesday 30 December 2026, 10:00, by Officer 1',
      How: 'online system',
      Reference: 'CSONS-1',
      'Who was told': 'the duty desk',
      Recorded: 'Wednesday 30 December 2026, 10:05',
    });
    expect(card({ state: 'done', evidence }).due).toBeNull();
  });

  test('says why it ended, and who approved that', () => {
    const ended = { at: '2026-12-30T10:00:00.000Z', because: 'it was withdrawn' };
    expect(rows({ state: 'cancelled', ended: { ...ended, approvedBy: 'manager-1' } }).Ended).toBe(
      'Wednesday 30 December 2026, 10:00: it was withdrawn; approved by Manager 1',
    );
    expect(rows({ state: 'cancelled', ended: { ...ended, approvedBy: null } }).Ended).toBe(
      'Wednesday 30 December 2026, 10:00: it was withdrawn',
    );
  });

  test('another authority that holds the duty is named', () => {
    const other = { kind: 'confirm-other', heldBy: 'E06000002' } as const;
    expect(rows(other)['Whose duty it is']).toBe('Next Area');
  });

  test('has room for an explanation beside lateness, for those who may give one', () => {
    expect(card({ state: 'late' }).explainHere).toBe(true);
    expect(card({ state: 'done-late', evidence }).explainHere).toBe(true);
    expect(card().explainHere).toBe(false);
    expect(card({ state: 'late' }, { roles: ['auditor'] }).explainHere).toBe(false);
    const explanations = [{ by: 'officer-1', at: '2026-12-30T10:00:00.000Z', text: 'snow' }];
    expect(card({ explanations }).explanations).toEqual([
      { by: 'Officer 1', at: 'Wednesday 30 December 2026, 10:00', text: 'snow' },
    ]);
  });
});
