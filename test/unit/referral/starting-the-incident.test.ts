import { flagsOf } from '../../../domain/referral/flags';
import {
  amendment,
  buildReferral,
  decision,
  DrivenReferral,
  receivedAt,
} from '../../support/drive-referral';

const met = () => new DrivenReferral(buildReferral({}, { abuseOrNeglect: 'suspected' }));
const started = { incident: 'SI-2026-AAAA', becameAwareAt: receivedAt, reason: null };
const later = '2026-06-03T11:00:00.000Z';

describe('starting the incident record from a referral', () => {
  test('ends the task, keeps the reference, and flags it no more', () => {
    const driven = met().act('startIncident', started);
    expect(driven.state.incident).toBe('SI-2026-AAAA');
    expect(driven.openIds()).not.toContain('start-incident');
    expect(flagsOf(driven.state).map(({ id }) => id)).not.toContain('criteria-met');
    expect(driven.texts('linked')[0]).toContain('SI-2026-AAAA');
  });

  test('can be done before anything is decided, and a decision asks for it no second time', () => {
    const driven = new DrivenReferral()
      .act('startIncident', started)
      .act('decideReferral', decision({ outcome: 'meets-the-criteria' }));
    expect(driven.state.tasks.map(({ kind }) => kind)).not.toContain('start-incident');
  });

  test('awareness later than the receipt takes the reason why that was not the authority’s', () => {
    const driven = met().until(later);
    const given = { ...started, becameAwareAt: later };
    expect(driven.attempt('startIncident', given)).toMatchObject({
      refused: expect.stringContaining('no later than it received the referral'),
    });
    driven.act('startIncident', { ...given, reason: 'the partnership’s office is the ICB’s' });
    expect(driven.texts('linked')[0]).toContain('the partnership’s office is the ICB’s');
  });

  test('awareness before the receipt needs no reason', () => {
    const driven = met().act('startIncident', {
      ...started,
      becameAwareAt: '2026-05-21T09:00:00+01:00',
    });
    expect(driven.texts('linked')[0]).toContain('2026-05-21T08:00:00.000Z');
  });
});

describe('what comes later', () => {
  test('facts that now meet a criterion ask for the incident record at once', () => {
    const driven = new DrivenReferral().until('2026-06-09T09:00:00.000Z');
    driven.act('amend', amendment({ children: [{ ref: 'A', abuseOrNeglect: 'suspected' }] }));
    expect(driven.task('start-incident').clock?.dueOn).toBe('2026-06-09');
    expect(driven.texts('amended')).toEqual(['Changed: children. No reason was written.']);
    expect(driven.texts('assessed').at(-1)).toContain('already meet the criteria');
  });

  test('a further child is another ref, and none is ever removed', () => {
    const driven = new DrivenReferral().act('amend', amendment({ children: [{ ref: 'B' }] }));
    expect(driven.state.form.children.map(({ ref }) => ref)).toEqual(['A', 'B']);
    expect(driven.state.children).toHaveLength(2);
  });

  test('facts that no longer meet one end that task only with a reason', () => {
    const none = { children: [{ ref: 'A', abuseOrNeglect: 'not-suspected' }] };
    const driven = met().act('amend', amendment(none));
    expect(driven.openIds()).toContain('start-incident');
    driven.act('amend', amendment(none, 'the post-mortem found a natural cause'));
    expect(driven.task('start-incident').state).toMatchObject({
      is: 'cancelled',
      because: expect.stringContaining('the post-mortem found a natural cause'),
    });
  });

  test('a concern that was raised since ends its task; one that was not, after all, opens it', () => {
    const raised = { concernRaised: 'yes', concernReference: 'FD-9' };
    const not = { concernRaised: 'no', concernReference: null };
    const driven = new DrivenReferral(buildReferral(not)).act('amend', amendment(raised));
    expect(driven.task('raise-concern').state).toMatchObject({
      is: 'done',
      evidence: { told: 'raised already: FD-9' },
    });
    driven.act('amend', amendment(not));
    expect(driven.openIds()).toContain('raise-concern-2');
  });

  test('only flags that say something new are written again', () => {
    const driven = new DrivenReferral(buildReferral({ becameApparentOn: '2026-06-01' }));
    const before = driven.texts('assessed').length;
    driven.act('amend', amendment({ occurredOn: '2024-01-01', becameApparentOn: '2026-06-01' }));
    expect(driven.texts('assessed').slice(before)).toEqual([
      expect.stringContaining('over twelve months'),
    ]);
  });

  test('a corrected receipt moves the open dates that count from it', () => {
    const driven = new DrivenReferral(buildReferral(), '2026-06-03T15:00:00.000Z');
    driven.act('amend', {
      patch: { receivedAt: '2026-06-01T09:00:00Z' },
      correction: true,
      reason: 'it came on Monday',
    });
    expect(driven.state).toMatchObject({
      receivedAt: '2026-06-01T09:00:00.000Z',
      receivedOn: '2026-06-01',
    });
    expect(driven.task('acknowledge-referral').clock?.dueOn).toBe('2026-06-02');
    expect(driven.task('decide-referral').clock?.dueOn).toBe('2026-06-15');
    expect(driven.texts('corrected')).toEqual(['Changed: receivedAt. it came on Monday']);
  });

  test('a patch that takes the receipt away leaves it, and what is wrong is refused whole', () => {
    const driven = new DrivenReferral();
    driven.act('amend', amendment({ receivedAt: null }));
    expect(driven.state.receivedAt).toBe(receivedAt);
    const before = driven.state;
    const wrong = driven.attempt('amend', amendment({ familyKnows: 'perhaps' }));
    expect(wrong).toMatchObject({ refused: expect.stringContaining('familyKnows') });
    expect(driven.state).toBe(before);
  });

  test('a closed referral takes new facts and views, and opens again where something is to do', () => {
    const driven = new DrivenReferral().act('decideReferral', decision());
    driven.act('done', {
      tasks: driven.openIds(),
      at: receivedAt,
      channel: 'mail',
      reference: null,
      told: 'them',
    });
    driven.act('giveView', { partner: 'icb', view: 'meets', reason: 'new facts' });
    expect(driven.state.status).toBe('closed');
    driven.act('amend', amendment({ children: [{ ref: 'A', abuseOrNeglect: 'known' }] }));
    expect(driven.state.status).toBe('open');
    expect(driven.openIds()).toEqual(['start-incident']);
  });
});
