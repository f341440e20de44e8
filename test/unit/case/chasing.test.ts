import { tasksWithoutChases } from '../../../domain/record/rungs';
import { step } from '../../../domain/case/step';
import { setOutChases } from '../../../domain/ladder';
import { englandAndWales } from '../../../domain/bank-holidays';
import { defaultLadder } from '../../../domain/default-ladder';
import { buildAuthority } from '../../support/build-authority';
import { buildIncident } from '../../support/build-incident';
import { DrivenCase, evidence, manager, officer } from '../../support/drive-case';

const at = '2026-12-23T10:00:00.000Z';
const open = () => new DrivenCase(buildIncident(), at);
const chases = (driven: DrivenCase, task = 'panel') =>
  driven.notices('chase', task).map((one) => one.at);
const steps = [{ everyWorkingDays: 1, at: '09:00', to: ['manager'] as const }];
const setOut = (dueAt: string, after: string) =>
  setOutChases(steps, { after, dueAt }, englandAndWales);

describe('chases of a late must task', () => {
  test('one comes at 09:00 on each working day, every fifth also to the director', () => {
    const driven = open().until('2027-01-12T12:00:00.000Z');
    expect([...new Set(chases(driven))].map((one) => one.slice(0, 16))).toEqual([
      '2027-01-04T09:00',
      '2027-01-05T09:00',
      '2027-01-06T09:00',
      '2027-01-07T09:00',
      '2027-01-08T09:00',
      '2027-01-11T09:00',
      '2027-01-12T09:00',
    ]);
    const director = driven.notices('chase', 'panel').filter(({ to }) => to.includes('director'));
    expect(director.map((one) => one.at.slice(0, 10))).toEqual(['2027-01-08']);
  });

  test('they go on for ever, beyond the calendar’s years on weekdays, and say so', () => {
    const driven = open().until('2030-01-10T12:00:00.000Z');
    const days = chases(driven).map((one) => one.slice(0, 10));
    expect(days.filter((day) => day >= '2029-12-31')).toEqual(
      expect.arrayContaining(['2029-12-31', '2030-01-01', '2030-01-02', '2030-01-10']),
    );
    expect(driven.texts('rung', 'panel').at(-1)).toMatch(/bank holidays are not counted/);
    const perDay = driven.notices('chase', 'panel').filter(({ to }) => to.includes('manager'));
    expect(new Set(perDay.map((one) => one.at)).size).toBe(perDay.length);
  });

  test('none falls on a holiday that the calendar holds, and none comes twice, at its end', () => {
    const rungs = setOut('2028-12-21T23:59:59.999Z', '2028-12-21T23:59:59.999Z');
    expect(rungs.map(({ key }) => key.slice(6, 16))).toEqual([
      '2028-12-22',
      '2028-12-27',
      '2028-12-28',
      '2028-12-29',
      '2029-01-01',
    ]);
    expect(rungs.map(({ onWeekdays }) => onWeekdays ?? false)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test('after an outage that ended before 09:00, that morning’s chase is still to come', () => {
    const rungs = setOut('2026-12-31T23:59:59.999Z', '2027-01-12T07:00:00.000Z');
    expect(rungs[0]?.at).toBe('2027-01-12T09:00:00.000Z');
  });

  test('the morning of the due day is no chase', () => {
    const rungs = setOut('2026-12-31T23:59:59.999Z', '2026-12-31T23:59:59.999Z');
    expect(rungs[0]?.at).toBe('2027-01-04T09:00:00.000Z');
  });

  test('an acknowledged reminder far ahead does not stop them', () => {
    const reminder = {
      kind: 'reminder',
      when: 'unacknowledged',
      workingDays: 20,
      at: '10:00',
      to: ['manager'],
    } as const;
    const ladder = {
      ...defaultLadder,
      must: [...defaultLadder.must, { ...reminder, to: ['manager' as const] }],
    };
    const authority = buildAuthority({ ladder });
    const driven = new DrivenCase(buildIncident(), '2027-01-04T10:00:00.000Z', { authority });
    driven.act('acknowledge', officer, { tasks: driven.openIds() });
    expect(chases(driven.until('2027-01-20T10:00:00.000Z'))).toHaveLength(14);
  });

  test('the same chases handed in twice are one', () => {
    const driven = open().until('2027-01-04T12:00:00.000Z');
    expect(tasksWithoutChases(driven.state)).toEqual([]);
    const ladder = driven.task('panel').clock?.ladder ?? [];
    const again = step(driven.state, {
      type: 'chases',
      now: driven.now,
      chases: { panel: ladder },
    });
    if ('refused' in again) throw new Error(again.refused);
    const after = again.state.tasks.find(({ id }) => id === 'panel')?.clock?.ladder;
    expect(after).toEqual(ladder);
  });

  test('evidence silences them', () => {
    const driven = open().until('2027-01-05T12:00:00.000Z');
    const before = chases(driven).length;
    driven.act('done', officer, evidence(['panel'], '2027-01-05T11:00:00+00:00'));
    expect(chases(driven.until('2027-03-01T12:00:00.000Z'))).toHaveLength(before);
  });
});

describe('a record beyond the calendar’s years is never stuck', () => {
  const late = () => open().outageUntil('2029-03-01T10:00:00.000Z');

  test('a withdrawal can be proposed and approved', () => {
    const driven = late().act('withdraw', officer, { reason: 'a mistake' });
    expect(driven.task('approve-p1').clock?.dueOn).toBe('2029-03-02');
    driven.act('approve', manager, { proposal: 'p1' });
    expect(driven.state.status).toBe('withdrawn');
  });

  test('a date to look again falls on a weekday', () => {
    const unknown = buildIncident({}, { abuseOrNeglect: 'not-yet-known' });
    const driven = new DrivenCase(unknown, at).outageUntil('2029-03-01T10:00:00.000Z');
    driven.act('lookAgain', manager, { task: 'decide-1', on: '2029-03-20', reason: 'wait' });
    driven.until('2029-03-22T10:00:00.000Z');
    expect(driven.notices('reminder', 'recheck').map((one) => one.at.slice(0, 10))).toEqual([
      '2029-03-19',
      '2029-03-20',
    ]);
    expect(driven.texts('rung', 'recheck').join(' ')).toMatch(/bank holidays are not counted/);
  });
});
