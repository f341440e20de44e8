import type { Actor } from '../../../domain/record/task-book';
import type { ReferralCommandName } from '../../../domain/referral/commands';
import {
  amendment,
  buildReferral,
  considered,
  decision,
  done,
  DrivenReferral,
  receivedAt,
} from '../../support/drive-referral';

const officer: Actor = { id: 'officer-1', roles: ['notifying-officer'], coverFor: [] };
const manager: Actor = { id: 'manager-1', roles: ['manager'], coverFor: [] };
const start = { incident: 'SI-2026-AAAA', becameAwareAt: receivedAt, reason: null };
const aChild = buildReferral({}, { localCaseId: 'LCS-7', bornOn: '2012-03-04' });
const correction = { patch: {}, correction: true, reason: null };
const given = { partner: 'icb', view: 'meets', reason: 'x' };

function refusal(driven: DrivenReferral, name: ReferralCommandName, command: object, by?: Actor) {
  const before = driven.state;
  const taken = driven.attempt(name, command, by);
  if (!('refused' in taken)) throw new Error(`${name} was carried out`);
  expect(driven.state).toBe(before);
  return taken.refused;
}

describe('what is refused, with a sentence to act on, and changes nothing', () => {
  test.each<[string, () => string, string]>([
    [
      'somebody whose role may not',
      () => refusal(new DrivenReferral(), 'decideReferral', decision(), officer),
      'officer-1 may not do this. It takes one of these roles: business-manager, manager, director.',
    ],
    [
      'a task that does not exist, naming those that do',
      () => refusal(new DrivenReferral(considered), 'done', done(['tell-mp'], receivedAt)),
      'There is no task “tell-mp” here. Its open tasks: acknowledge-referral.',
    ],
    [
      'a task that ends another way, naming it',
      () => refusal(new DrivenReferral(), 'done', done(['decide-referral'], receivedAt)),
      'decide-referral does not end that way. Record the decision (notifiable decide-referral).',
    ],
    [
      'done in the future',
      () => refusal(new DrivenReferral(), 'done', done(['check-referral'], '2026-06-03T10:00:00Z')),
      'That moment is in the future: give the moment at which it was done.',
    ],
    [
      'done before the receipt',
      () => refusal(new DrivenReferral(), 'done', done(['check-referral'], '2026-06-02T10:00:00Z')),
      'That moment is before the referral was received (2026-06-03T09:00:00.000Z): check the date.',
    ],
    [
      'a view of somebody who is no partner',
      () => refusal(new DrivenReferral(), 'giveView', { ...given, partner: 'school' }),
      '“school” is none of the safeguarding partners: local-authority, icb, police.',
    ],
    [
      'a view where nothing was referred',
      () => refusal(new DrivenReferral(considered), 'giveView', given),
      'This records that a case was not referred: there is nothing to decide. Hand in a referral.',
    ],
    [
      'more information without a date',
      () => {
        const more = decision({ outcome: 'more-information' });
        return refusal(new DrivenReferral(), 'decideReferral', more);
      },
      'Say by when more information is needed: add --by-date.',
    ],
    [
      'a date with another outcome',
      () => refusal(new DrivenReferral(), 'decideReferral', decision({ by: '2026-06-22' })),
      'A date belongs only with the outcome more-information: leave --by-date out.',
    ],
    [
      'a child’s case number in what the referrer is told',
      () => {
        const told = decision({ toReferrer: 'About lcs-7: nothing more.' });
        return refusal(new DrivenReferral(aChild), 'decideReferral', told);
      },
      'What the referrer is told holds a child’s case number or date of birth: leave that out.',
    ],
    [
      'a second incident from it',
      () => refusal(new DrivenReferral().act('startIncident', start), 'startIncident', start),
      'The incident record SI-2026-AAAA was started from it already.',
    ],
    [
      'a review’s reference as an incident’s',
      () => refusal(new DrivenReferral(), 'startIncident', { ...start, incident: 'RR-2026-AAAA' }),
      'RR-2026-AAAA is no reference of an incident record.',
    ],
    [
      'awareness in the future',
      () => {
        const future = { ...start, becameAwareAt: '2026-06-03T10:00:00Z', reason: 'x' };
        return refusal(new DrivenReferral(), 'startIncident', future);
      },
      'That moment is in the future: give when it became aware.',
    ],
    [
      'a correction without its reason',
      () => refusal(new DrivenReferral(), 'amend', correction),
      'A correction needs its reason: add --reason.',
    ],
    [
      'another receipt without a correction',
      () =>
        refusal(new DrivenReferral(), 'amend', amendment({ receivedAt: '2026-06-01T09:00:00Z' })),
      'When the referral was received changes only by a correction: add --correction.',
    ],
    [
      'a record of not referring that would become a referral',
      () => refusal(new DrivenReferral(considered), 'amend', amendment({ kind: 'referral' })),
      'A referral and a record of not referring are two things: hand in the other as its own.',
    ],
    [
      'a mended address as done, which a manager confirms',
      () => refusal(new DrivenReferral(), 'confirm', { task: 'check-referral', reason: null }),
      'check-referral does not end that way. Record that it was done (notifiable done).',
    ],
    [
      'dates to move on a closed referral',
      () => {
        const driven = new DrivenReferral(considered);
        driven.act('done', done(['acknowledge-referral'], receivedAt));
        return refusal(driven, 'redate', { reason: 'x' }, manager);
      },
      'Only an open referral has dates to move.',
    ],
  ])('%s', (_, refused, sentence) => {
    expect(refused()).toBe(sentence);
  });
});

test('anyone at work may start the incident record and record that the concern was raised', () => {
  const input = buildReferral({ concernRaised: 'no', concernReference: null });
  const frontDoor: Actor = { id: 'front-door-1', roles: ['front-door'], coverFor: [] };
  const driven = new DrivenReferral(input)
    .act('done', done(['raise-concern'], '2026-06-02T10:00:00Z'), frontDoor)
    .act('startIncident', start, officer);
  expect(driven.task('raise-concern').state.is).toBe('done');
});

test('a new calendar moves the open dates, and says so', () => {
  const driven = new DrivenReferral();
  const { calendar } = driven.surroundings;
  const holidays = { ...calendar.holidays, '2026-06-04': 'A day of celebration' };
  driven.surroundings = {
    ...driven.surroundings,
    calendar: { ...calendar, version: 'new', holidays },
  };
  driven.act('redate', { reason: 'a day of celebration was announced' }, manager);
  expect(driven.task('acknowledge-referral').clock?.dueOn).toBe('2026-06-05');
  expect(driven.state.calendar).toBe('new');
  expect(driven.texts('explained')).toEqual([
    'The dates were brought into line: a day of celebration was announced.',
  ]);
});
