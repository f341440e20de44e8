import { isFinished } from '../../../domain/record/settle';
import { nextMoment } from '../../../domain/record/rungs';
import { buildIncident } from '../../support/build-incident';
import {
  amendment,
  correction,
  DrivenCase,
  evidence,
  manager,
  manager2,
  officer,
} from '../../support/drive-case';

const at = '2026-12-23T10:00:00.000Z';
const open = (report: unknown = buildIncident()) => new DrivenCase(report, at);
const withdraw = (driven: DrivenCase) =>
  driven.act('withdraw', officer, { reason: 'not a child of ours' });
const approveLast = (driven: DrivenCase) =>
  driven.act('approve', manager, { proposal: `p${driven.state.proposals.length}` });
const withdrawn = (driven: DrivenCase) => approveLast(withdraw(driven));
const done = (driven: DrivenCase, ...tasks: string[]) =>
  driven.act('done', officer, evidence(tasks, driven.now));

describe('withdrawing', () => {
  test('changes nothing until a second person approves', () => {
    const driven = withdraw(open());
    expect(driven.state.status).toBe('open');
    expect(driven.openIds()).toEqual(expect.arrayContaining(['panel', 'approve-p1']));
    expect(driven.attempt('approve', officer, { proposal: 'p1' })).toHaveProperty('refused');
  });

  test('before anything was sent, every task ends with who approved it and why', () => {
    const driven = withdrawn(open());
    expect(driven.openIds()).toEqual([]);
    expect(driven.state.status).toBe('withdrawn');
    expect(driven.task('panel').state).toMatchObject({
      is: 'cancelled',
      approvedBy: 'manager-1',
      because: 'the incident was withdrawn: not a child of ours',
    });
    expect([isFinished(driven.state), nextMoment(driven.state)]).toEqual([true, null]);
  });

  test('after some were told, just they are told of the withdrawal; the evidence stays', () => {
    const driven = withdrawn(done(open(), 'panel', 'partner:icb'));
    const left = ['end-review', 'withdraw:panel', 'withdraw:partner:icb'];
    expect(driven.openIds().sort()).toEqual(left);
    expect(driven.task('panel').state).toMatchObject({
      is: 'done',
      evidence: { reference: 'CSONS-1' },
    });
    expect(driven.task('withdraw:panel').clock?.dueOn).toBe('2027-01-04');
    done(driven, ...left);
    expect(driven.state.status).toBe('withdrawn');
    expect(isFinished(driven.state)).toBe(true);
  });

  test.each([
    [
      'a change of tasks',
      (driven: DrivenCase) =>
        driven.act('amend', officer, correction({ becameAwareAt: '2026-12-23T08:00:00+00:00' })),
    ],
    [
      'a changed answer',
      (driven: DrivenCase) =>
        driven.act('changeAnswer', manager2, {
          child: 'A',
          criterion: 'death-with-abuse-or-neglect',
          answer: 'not-met',
          reason: 'a judgement',
        }),
    ],
  ])('ends %s that still waits, so that the record can finish', (_, propose) => {
    const driven = open();
    propose(driven);
    withdrawn(driven);
    expect(driven.state.proposals.map(({ state }) => state)).toEqual(['lapsed', 'approved']);
    expect(isFinished(driven.state)).toBe(true);
  });

  test('no address is left unmended while a withdrawal is still to be told', () => {
    const driven = withdrawn(done(open(), 'panel'));
    driven.told({ tasks: ['withdraw:panel'] });
    expect(driven.openIds()).toContain('mend-address:officer-1');
  });
});

describe('reopening', () => {
  const reopen = (driven: DrivenCase) =>
    driven.act('reopen', manager, { reason: 'it was ours after all' });

  test('a closed record opens with a task that says what is to be done', () => {
    const driven = done(open(), ...open().openIds());
    expect(driven.state.status).toBe('closed');
    expect(reopen(driven).state.status).toBe('open');
    expect(driven.openIds()).toEqual(['reopened']);
    expect(driven.task('panel').state.is).toBe('done');
    driven.act('confirm', manager, { task: 'reopened', reason: 'nothing' });
    expect(driven.state.status).toBe('closed');
  });

  test('tasks that a withdrawal ended run again, on the same clock', () => {
    const driven = reopen(withdrawn(open()));
    expect(driven.task('panel')).toMatchObject({
      state: { is: 'open' },
      clock: { dueOn: '2026-12-31' },
    });
  });

  test('who was not yet told of the withdrawal stays notified', () => {
    const driven = reopen(withdrawn(done(open(), 'panel')));
    expect(driven.task('panel').state.is).toBe('done');
    expect(driven.task('withdraw:panel').state.is).toBe('cancelled');
  });

  test('who was told of it is notified anew, and the old evidence stays', () => {
    const driven = withdrawn(done(open(), 'panel'));
    reopen(done(driven, 'withdraw:panel'));
    expect(driven.task('panel').state).toMatchObject({
      is: 'done',
      evidence: { reference: 'CSONS-1' },
    });
    expect(driven.task('panel-2')).toMatchObject({
      recipient: 'panel',
      state: { is: 'open' },
      clock: { dueOn: '2026-12-31' },
    });
    driven.act('amend', officer, amendment({ summary: 'more words' }));
    expect(driven.openIds().filter((id) => id.startsWith('panel'))).toEqual(['panel-2']);
    driven.until('2027-01-05T10:00:00.000Z');
    expect(driven.texts('late', 'panel-2')).toHaveLength(1);
    done(driven, 'panel-2');
    driven.act('amend', officer, correction({ occurredOn: '2026-12-19' }));
    const corrections = driven.openIds().filter((id) => id.startsWith('correct'));
    expect(corrections).toEqual(['correct:panel-2']);
  });
});
