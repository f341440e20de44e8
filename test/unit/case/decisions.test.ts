import { planCase } from '../../../domain/planner';
import { planRequestFor } from '../../../domain/case/planning';
import { buildIncident } from '../../support/build-incident';
import {
  amendment,
  correction,
  DrivenCase,
  manager,
  manager2,
  officer,
} from '../../support/drive-case';

const at = '2026-12-23T10:00:00.000Z';
const unknown = { abuseOrNeglect: 'not-yet-known' };
const undecided = () => new DrivenCase(buildIncident({}, unknown), at);
const none = () => new DrivenCase(buildIncident({}, { abuseOrNeglect: 'not-suspected' }), at);
const learned = (abuseOrNeglect: string) =>
  amendment({
    children: [
      { ref: 'A', abuseOrNeglect, knownAt: { abuseOrNeglect: '2026-12-23T09:00:00+00:00' } },
    ],
  });
const decision = { reason: 'natural causes', views: [], dissent: null, lookAgainOn: null };

describe('facts not yet known', () => {
  test('a decision is due when the duty would have been', () => {
    expect(undecided().task('decide-1').clock?.dueOn).toBe('2026-12-31');
  });

  test('it comes forward with an earlier awareness', () => {
    const driven = undecided();
    driven.act('amend', officer, correction({ becameAwareAt: '2026-12-21T10:00:00+00:00' }));
    expect(driven.task('decide-1').clock?.dueOn).toBe('2026-12-30');
  });

  test.each([
    ['2027-01-25', true],
    ['2027-01-26', false],
    ['2026-12-23', false],
  ])('looking again on %s is allowed: %s (at most 20 working days ahead)', (on, allowed) => {
    const driven = undecided();
    const command = {
      name: 'lookAgain',
      actor: manager,
      task: 'decide-1',
      on,
      reason: 'post-mortem',
    } as const;
    const request = planRequestFor(driven.state, command, driven.now);
    if (!request) throw new Error('No plan was asked for');
    expect(planCase(request, driven.surroundings).ok).toBe(allowed);
  });

  test('looking again ends the decision and opens a recheck on that date', () => {
    const driven = undecided().act('lookAgain', manager, {
      task: 'decide-1',
      on: '2027-01-20',
      reason: 'post-mortem',
    });
    expect(driven.openIds()).toEqual(['recheck']);
    expect(driven.task('recheck')).toMatchObject({ child: 'A', clock: { dueOn: '2027-01-20' } });
    const told = driven.batches.length;
    driven.until('2027-01-18T10:00:00.000Z');
    expect(driven.batches.length).toBe(told);
  });

  test('a recheck leads to a further one', () => {
    const driven = undecided();
    driven.act('lookAgain', manager, { task: 'decide-1', on: '2027-01-20', reason: 'wait' });
    driven.until('2027-01-20T10:00:00.000Z');
    driven.act('lookAgain', manager, { task: 'recheck', on: '2027-02-10', reason: 'wait' });
    expect(driven.openIds()).toEqual(['recheck-2']);
  });

  test.each([
    ['suspected', 'panel'],
    ['not-suspected', 'confirm-none'],
  ])('a recheck ends when the fact becomes known: %s', (answer, opened) => {
    const driven = undecided();
    driven.act('lookAgain', manager, { task: 'decide-1', on: '2027-01-20', reason: 'wait' });
    driven.act('amend', officer, learned(answer));
    expect(driven.openIds()).toContain(opened);
    expect(driven.openIds()).not.toContain('recheck');
  });

  test('a criterion met meanwhile opens its duties and ends the decision', () => {
    const driven = undecided().act('amend', officer, learned('suspected'));
    expect(driven.task('decide-1').state.is).toBe('cancelled');
    expect(driven.openIds()).toEqual(
      expect.arrayContaining(['panel', 'partner:icb', 'confirm-clock']),
    );
  });
});

describe('no criterion met', () => {
  test('a manager confirms within one working day, and the record closes', () => {
    const driven = none();
    expect(driven.openIds()).toEqual(['confirm-none']);
    expect(driven.task('confirm-none').clock?.dueOn).toBe('2026-12-24');
    expect(driven.texts('assessed')).toEqual([
      'No criterion is met for any child. This does not say “do not notify”.',
    ]);
    driven.act('confirm', manager, { task: 'confirm-none', reason: 'natural causes' });
    expect(driven.state.status).toBe('closed');
  });

  test('it is asked again after a duty came and went', () => {
    const driven = none().act('confirm', manager, { task: 'confirm-none', reason: null });
    driven.act('amend', officer, learned('suspected'));
    driven.now = '2026-12-23T11:00:00.000Z';
    driven.act('amend', officer, learned('not-suspected'));
    driven.act('approve', manager, { proposal: 'p1' });
    driven.act('amend', officer, amendment({ summary: 'more words' }));
    expect(driven.openIds()).toContain('confirm-none-2');
  });
});

describe('deciding not to notify', () => {
  test('keeps views, dissent, proposer and approver, and ends what asked for it', () => {
    const driven = undecided().act('decideNotToNotify', manager, {
      ...decision,
      views: [{ partner: 'police', view: 'agrees' }],
      dissent: 'the ICB would notify',
    });
    expect(driven.openIds()).toContain('decide-1');
    driven.act('approve', manager2, { proposal: 'p1' });
    const [text] = driven.texts('decided');
    expect(text).toMatch(/police: agrees.*Dissent: the ICB would notify/);
    expect(text).toMatch(/Proposed by manager-1, approved by manager-2/);
    expect(text).toMatch(/practice review referral stays possible/);
    expect(driven.state.status).toBe('closed');
  });

  test('a date to look again opens a recheck', () => {
    const given = { ...decision, lookAgainOn: '2027-03-01' };
    const driven = undecided().act('decideNotToNotify', manager, given);
    driven.act('approve', manager2, { proposal: 'p1' });
    expect(driven.openIds()).toEqual(['recheck']);
    expect(driven.task('recheck').clock?.dueOn).toBe('2027-03-01');
  });

  test('a date that has come already is refused when proposed', () => {
    const given = { ...decision, lookAgainOn: '2026-12-23' };
    expect(() => undecided().act('decideNotToNotify', manager, given)).toThrow('has come already');
  });

  test('it can still be approved after its date to look again has come', () => {
    const driven = undecided();
    driven.act('decideNotToNotify', manager, { ...decision, lookAgainOn: '2026-12-24' });
    driven.until('2026-12-29T10:00:00.000Z').act('approve', manager2, { proposal: 'p1' });
    expect(driven.openIds()).toEqual(['recheck']);
  });

  test('it lapses when a criterion is met before the approval', () => {
    const driven = undecided().act('decideNotToNotify', manager, decision);
    driven.act('amend', officer, learned('suspected'));
    expect(driven.state.proposals).toMatchObject([{ state: 'lapsed' }]);
    expect(driven.attempt('approve', manager2, { proposal: 'p1' })).toHaveProperty('refused');
  });
});
