import { viewCase } from '../../../domain/case/view';
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

const claimedAt = '2026-12-29T09:00:00.000Z';
const claiming = (more = {}) =>
  buildIncident(more, { knownAt: { abuseOrNeglect: '2026-12-29T09:00:00+00:00' } });
const recordedOn29th = () => new DrivenCase(claiming(), '2026-12-29T10:00:00.000Z');
const recordedOn4th = () => new DrivenCase(claiming(), '2027-01-04T10:00:00.000Z');

const panel = (driven: DrivenCase) =>
  viewCase(driven.state, driven.now).duties.find(({ task }) => task === 'panel');

describe('a later moment of knowing, claimed by the authority itself', () => {
  test('both dates are shown, and the earlier one is in force', () => {
    expect(panel(recordedOn29th())).toMatchObject({
      clockStartsAt: claimedAt,
      dueOn: '2027-01-06',
      strictDueOn: '2026-12-31',
      inForceDueAt: '2026-12-31T23:59:59.999Z',
    });
  });

  test('a manager is asked to confirm within a working day', () => {
    expect(recordedOn29th().task('confirm-clock').clock?.dueOn).toBe('2026-12-30');
  });

  test('confirmed, the claimed date comes into force and the earlier one stays visible', () => {
    const driven = recordedOn29th().act('confirm', manager, {
      task: 'confirm-clock',
      reason: 'the letter came on the 29th',
    });
    expect(panel(driven)).toMatchObject({
      inForceDueAt: '2027-01-06T23:59:59.999Z',
      strictDueOn: '2026-12-31',
    });
    expect(driven.texts('moved', 'panel')).toHaveLength(1);
    driven.until('2027-01-05T00:00:00.000Z');
    expect(driven.texts('late', 'panel')).toEqual([]);
  });

  test('unconfirmed, the earlier date passes and is late', () => {
    const driven = recordedOn29th().until('2027-01-01T00:00:00.000Z');
    expect(driven.texts('late', 'panel')).toHaveLength(1);
    expect(panel(driven)?.state).toBe('late');
  });

  test('another amendment after the earlier date passed does not put the claim in force', () => {
    const driven = recordedOn29th().until('2027-01-01T10:00:00.000Z');
    driven.act('amend', officer, amendment({ summary: 'more words' }));
    expect(panel(driven)).toMatchObject({ inForceDueAt: '2026-12-31T23:59:59.999Z' });
    expect(driven.openIds()).toContain('confirm-clock');
  });

  test('where the earlier date passed before recording, the claim is in force at once', () => {
    const driven = recordedOn4th();
    expect(panel(driven)).toMatchObject({
      state: 'open',
      inForceDueAt: '2027-01-06T23:59:59.999Z',
      strictDueOn: '2026-12-31',
    });
    expect(driven.texts('late')).toEqual([]);
    expect(driven.openIds()).toContain('confirm-clock');
  });

  test('a confirmed claim stays confirmed when the facts are looked at again', () => {
    const driven = recordedOn29th().act('confirm', manager, {
      task: 'confirm-clock',
      reason: null,
    });
    driven.act('amend', officer, amendment({ summary: 'more words' }));
    expect(panel(driven)?.inForceDueAt).toBe('2027-01-06T23:59:59.999Z');
    expect(driven.openIds()).not.toContain('confirm-clock');
  });

  test('a recipient added after the confirmation is asked about anew', () => {
    const driven = recordedOn29th().act('confirm', manager, {
      task: 'confirm-clock',
      reason: null,
    });
    driven.act('amend', officer, amendment({ otherAreas: ['E06000002'] }));
    expect(driven.task('area:E06000002').laterClock).not.toBeNull();
    expect(driven.openIds()).toContain('confirm-clock-2');
  });

  test('awareness is moved by a correction alone, never as a development', () => {
    const patch = { becameAwareAt: '2026-12-29T08:00:00+00:00' };
    const developed = recordedOn29th().attempt('amend', officer, amendment(patch));
    expect(developed).toEqual({ refused: expect.stringContaining('correction') });
  });

  test('a correction of awareness under a claim waits for a second person', () => {
    const driven = recordedOn29th();
    driven.act('amend', manager, correction({ becameAwareAt: '2026-12-29T08:00:00+00:00' }));
    expect(panel(driven)?.inForceDueAt).toBe('2026-12-31T23:59:59.999Z');
    driven.act('approve', manager2, { proposal: 'p1' });
    expect(panel(driven)?.inForceDueAt).toBe('2027-01-06T23:59:59.999Z');
  });

  test('an approved correction of the moment of knowing is not undone by the next amendment', () => {
    const driven = new DrivenCase(buildIncident(), '2026-12-29T10:00:00.000Z');
    const knownAt = { abuseOrNeglect: '2026-12-29T09:00:00+00:00' };
    driven.act('amend', manager, correction({ children: [{ ref: 'A', knownAt }] }));
    driven.act('approve', manager2, { proposal: 'p1' });
    expect(panel(driven)).toMatchObject({ dueOn: '2027-01-06', strictDueOn: '2026-12-31' });
    driven.act('amend', officer, amendment({ summary: 'more words' }));
    expect(panel(driven)?.inForceDueAt).toBe('2027-01-06T23:59:59.999Z');
  });

  test('the claim is moot once the notifications are made', () => {
    const driven = recordedOn29th();
    const tasks = driven.openIds().filter((id) => id !== 'confirm-clock');
    driven.act('done', officer, evidence(tasks, '2026-12-29T09:30:00+00:00'));
    driven.act('amend', officer, amendment({ summary: 'more words' }));
    expect(driven.task('confirm-clock').state.is).toBe('cancelled');
  });

  test('a date that passed during an outage is recorded as missed before a claim moves it', () => {
    const driven = recordedOn29th();
    driven.now = '2027-01-01T10:00:00.000Z';
    driven.act('confirm', manager, { task: 'confirm-clock', reason: null });
    expect(driven.texts('late', 'panel')).toHaveLength(1);
  });
});
