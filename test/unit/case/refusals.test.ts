import type { CommandName, CommandOf } from '../../../domain/case/commands';
import type { Actor } from '../../../domain/record/task-book';
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
const met = () => new DrivenCase(buildIncident(), at);
const unknown = () => new DrivenCase(buildIncident({}, { abuseOrNeglect: 'not-yet-known' }), at);
const none = () => new DrivenCase(buildIncident({}, { abuseOrNeglect: 'not-suspected' }), at);
const closed = () => {
  const driven = met();
  return driven.act('done', officer, evidence(driven.openIds(), at));
};
const withdrawing = () => met().act('withdraw', officer, { reason: 'a mistake' });
const withdrawn = () => withdrawing().act('approve', manager, { proposal: 'p1' });
const deciding = () => none().act('decideNotToNotify', manager, decision);
const decision = { reason: 'natural causes', views: [], dissent: null, lookAgainOn: null };
const change = { child: 'A', criterion: 'care-leaver-death', answer: 'met', reason: 'x' } as const;

function refusal<Name extends CommandName>(
  driven: DrivenCase,
  name: Name,
  [actor, given]: [Actor, Omit<CommandOf<Name>, 'name' | 'actor'>],
): string {
  const before = driven.state;
  const taken = driven.attempt(name, actor, given);
  if (!('refused' in taken)) throw new Error(`${name} was carried out`);
  expect(driven.state).toBe(before);
  return taken.refused;
}

describe('what is refused, with a sentence to act on, and changes nothing', () => {
  test.each<[string, () => string, string]>([
    [
      'somebody whose role may not',
      () => refusal(met(), 'approve', [officer, { proposal: 'p1' }]),
      'officer-1 may not do this. It takes one of these roles: manager, director.',
    ],
    [
      'a task that does not exist, naming those that do',
      () => refusal(met(), 'acknowledge', [officer, { tasks: ['coroner'] }]),
      'There is no task “coroner” here. Its open tasks: panel, partner:local-authority, partner:icb, partner:police.',
    ],
    [
      'a task that does not exist on a closed record',
      () => refusal(closed(), 'explain', [officer, { task: 'coroner', text: 'x' }]),
      'There is no task “coroner” here. It has no open tasks.',
    ],
    [
      'acknowledging twice',
      () => {
        const driven = met().act('acknowledge', officer, { tasks: ['panel'] });
        return refusal(driven, 'acknowledge', [officer, { tasks: ['panel'] }]);
      },
      'officer-1 has already acknowledged panel.',
    ],
    [
      'a task already done',
      () => refusal(closed(), 'done', [officer, evidence(['panel'], at)]),
      'panel is already done: nothing was changed.',
    ],
    [
      'a task that has ended',
      () => refusal(withdrawn(), 'reassign', [officer, { task: 'panel', to: 'deputy-1' }]),
      'panel has ended: “the incident was withdrawn: a mistake”.',
    ],
    [
      'a moment in the future',
      () => refusal(met(), 'done', [officer, evidence(['panel'], '2026-12-23T10:00:01Z')]),
      'That moment is in the future: give the moment at which it was done.',
    ],
    [
      'a moment before awareness',
      () => refusal(met(), 'done', [officer, evidence(['panel'], '2026-12-22T17:29:00Z')]),
      'That moment is before the authority became aware (2026-12-22T17:30:00.000Z): check the date.',
    ],
    [
      'the Panel’s task without a reference',
      () => {
        const given = { ...evidence(['partner:icb', 'panel'], at), reference: null };
        return refusal(met(), 'done', [officer, given]);
      },
      'The Panel’s task needs the reference that the online system gave: add --reference.',
    ],
    [
      'confirming a notification instead of doing it',
      () => refusal(met(), 'confirm', [manager, { task: 'panel', reason: null }]),
      'panel does not end that way. Record that it was done (notifiable done).',
    ],
    [
      'doing what is to be confirmed',
      () => refusal(none(), 'done', [officer, evidence(['confirm-none'], at)]),
      'confirm-none does not end that way. A manager confirms it (notifiable confirm).',
    ],
    [
      'confirming what is to be decided',
      () => refusal(unknown(), 'confirm', [manager, { task: 'decide-1', reason: null }]),
      'decide-1 does not end that way. Amend the facts, set a date to look again (notifiable look-again), or decide not to notify.',
    ],
    [
      'confirming what a second person approves',
      () => refusal(withdrawing(), 'confirm', [manager, { task: 'approve-p1', reason: null }]),
      'approve-p1 does not end that way. It ends when a second person approves the proposal (notifiable approve).',
    ],
    [
      'looking again at what is known',
      () =>
        refusal(met(), 'lookAgain', [manager, { task: 'panel', on: '2027-01-04', reason: 'x' }]),
      'panel does not end that way. Record that it was done (notifiable done).',
    ],
    [
      'a correction without its reason',
      () => {
        const given = { ...correction({ occurredOn: '2026-12-19' }), reason: null };
        return refusal(met(), 'amend', [officer, given]);
      },
      'A correction needs its reason: add --reason.',
    ],
    [
      'a moved awareness that is no correction',
      () => refusal(met(), 'amend', [officer, amendment({ becameAwareAt: at })]),
      'When the authority became aware changes only by a correction: add --correction.',
    ],
    [
      'amending what was withdrawn',
      () => refusal(withdrawn(), 'amend', [officer, amendment({ summary: 'x' })]),
      'The incident was withdrawn. Reopen it first.',
    ],
    [
      'changing an answer of what was withdrawn',
      () => refusal(withdrawn(), 'changeAnswer', [manager, change]),
      'The incident was withdrawn. Reopen it first.',
    ],
    [
      'deciding about what was withdrawn',
      () => refusal(withdrawn(), 'decideNotToNotify', [manager, decision]),
      'The incident was withdrawn. Reopen it first.',
    ],
    [
      'withdrawing twice',
      () => refusal(withdrawn(), 'withdraw', [officer, { reason: 'x' }]),
      'The incident is already withdrawn.',
    ],
    [
      'a second withdrawal while one waits',
      () => refusal(withdrawing(), 'withdraw', [manager, { reason: 'x' }]),
      'A withdrawal already waits for approval.',
    ],
    [
      'a child that is not there',
      () => refusal(met(), 'changeAnswer', [manager, { ...change, child: 'B' }]),
      'There is no child “B” here: “A”.',
    ],
    [
      'a criterion that is not there',
      () => refusal(met(), 'changeAnswer', [manager, { ...change, criterion: 'worry' }]),
      'There is no criterion “worry”. The criteria: death-with-abuse-or-neglect, serious-harm-with-abuse-or-neglect, looked-after-child-death, death-in-regulated-setting, care-leaver-death.',
    ],
    [
      'an answer that is the answer already',
      () => refusal(met(), 'changeAnswer', [manager, { ...change, answer: 'not-met' }]),
      'The answer is already “not-met”.',
    ],
    [
      'deciding not to notify while a criterion is met',
      () => refusal(met(), 'decideNotToNotify', [manager, decision]),
      'A criterion is met. Amend the facts or change the answer, with its reason, first.',
    ],
    [
      'a second decision while one waits',
      () => refusal(deciding(), 'decideNotToNotify', [manager2, decision]),
      'That decision already waits for approval.',
    ],
    [
      'approving what nobody proposed',
      () => refusal(met(), 'approve', [manager, { proposal: 'p9' }]),
      'There is no proposal “p9” here.',
    ],
    [
      'approving twice',
      () => refusal(withdrawn(), 'approve', [manager2, { proposal: 'p1' }]),
      'Proposal p1 is already approved.',
    ],
    [
      'approving one’s own proposal',
      () => refusal(deciding(), 'approve', [manager, { proposal: 'p1' }]),
      'manager-1 made this proposal: a second person must approve it.',
    ],
    [
      'reopening what is open',
      () => refusal(met(), 'reopen', [manager, { reason: 'x' }]),
      'The incident record is open: there is nothing to reopen.',
    ],
    [
      'moving the dates of a closed record',
      () => refusal(closed(), 'redate', [manager, { reason: 'x' }]),
      'Only an open incident has dates to move.',
    ],
  ])('%s', (_, refuse, sentence) => {
    expect(refuse()).toBe(sentence);
  });

  test('of several tasks, all that are wrong are named', () => {
    const driven = met().act('done', officer, evidence(['panel'], at));
    const given = evidence(['panel', 'coroner', 'partner:icb'], at);
    expect(refusal(driven, 'done', [officer, given])).toMatch(/panel is already done.*“coroner”/);
    expect(driven.openIds()).toContain('partner:icb');
  });
});
