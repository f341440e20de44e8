import { assessIncident, dutyOf } from '../../support/assess-incident';
import { buildAuthority } from '../../support/build-authority';
import { buildIncident, inChild } from '../../support/build-incident';
import { defaultLadder } from '../../../domain/default-ladder';

const ladderOf = (report: unknown, now?: string, task = 'panel', authority = buildAuthority()) =>
  dutyOf(assessIncident(report, now, authority), task).ladder.map(
    ({ at, kind, to }) => `${at.slice(0, 16)} ${kind} ${to.join(', ')}`,
  );

describe('the default ladder of a must task', () => {
  test('from a Tuesday evening to the New Year', () => {
    expect(ladderOf(buildIncident())).toEqual([
      '2026-12-22T18:00 task notifying-officer',
      '2026-12-22T18:00 alert manager, director, business-manager',
      '2026-12-23T10:00 reminder deputy, manager',
      '2026-12-24T09:00 reminder notifying-officer',
      '2026-12-30T09:00 reminder notifying-officer, deputy',
      '2026-12-31T09:00 warning notifying-officer, deputy, manager',
      '2026-12-31T13:00 warning notifying-officer, deputy, manager, director',
      '2026-12-31T23:59 late notifying-officer, manager, director, business-manager',
      '2027-01-04T09:00 chase notifying-officer, manager',
      '2027-01-05T09:00 chase notifying-officer, manager',
      '2027-01-06T09:00 chase notifying-officer, manager',
      '2027-01-07T09:00 chase notifying-officer, manager',
      '2027-01-08T09:00 chase notifying-officer, manager',
      '2027-01-08T09:00 chase director',
    ]);
  });

  test('09:00 is London’s: an hour earlier in UTC once the clocks have gone forward', () => {
    const report = buildIncident({ becameAwareAt: '2026-03-26T10:00:00Z', occurredOn: null });
    expect(ladderOf(report, '2026-03-26T11:00:00.000Z').slice(2, 8)).toEqual([
      '2026-03-27T10:00 reminder deputy, manager',
      '2026-03-30T08:00 reminder notifying-officer',
      '2026-04-01T08:00 reminder notifying-officer, deputy',
      '2026-04-02T08:00 warning notifying-officer, deputy, manager',
      '2026-04-02T12:00 warning notifying-officer, deputy, manager, director',
      '2026-04-02T22:59 late notifying-officer, manager, director, business-manager',
    ]);
  });

  test('and again after they have gone back', () => {
    const report = buildIncident({ becameAwareAt: '2026-10-23T10:00:00+01:00', occurredOn: null });
    const rungs = ladderOf(report, '2026-10-23T10:00:00.000Z').slice(2, 4);
    expect(rungs).toEqual([
      '2026-10-26T10:00 reminder deputy, manager',
      '2026-10-27T09:00 reminder notifying-officer',
    ]);
  });

  test('a rung already past when the task opens is left out', () => {
    expect(ladderOf(buildIncident(), '2026-12-31T10:00:00.000Z').slice(0, 5)).toEqual([
      '2026-12-31T10:00 task notifying-officer',
      '2026-12-31T10:00 alert manager, director, business-manager',
      '2026-12-31T13:00 warning notifying-officer, deputy, manager, director',
      '2026-12-31T23:59 late notifying-officer, manager, director, business-manager',
      '2027-01-04T09:00 chase notifying-officer, manager',
    ]);
  });

  test('a task late when it opens has its task, its alert and one late message at once', () => {
    const rungs = ladderOf(buildIncident(), '2027-01-06T10:00:00.000Z');
    expect(rungs.filter((rung) => rung.startsWith('2027-01-06'))).toEqual([
      '2027-01-06T10:00 task notifying-officer',
      '2027-01-06T10:00 alert manager, director, business-manager',
      '2027-01-06T10:00 late notifying-officer, manager, director, business-manager',
    ]);
    expect(rungs.filter((rung) => rung.includes('warning'))).toEqual([]);
    expect(rungs.filter((rung) => rung.includes('chase director'))).toEqual([
      '2027-01-08T09:00 chase director',
    ]);
  });
});

describe('the short ladder of should and local tasks (our decision)', () => {
  test.each([
    ['should', { bornOn: '2004-05-05', careLeaver: 'yes' }, 'ofsted'],
    ['local', { abuseOrNeglect: 'not-suspected', regulatedSetting: 'yes' }, 'panel'],
  ])('one reminder, one message when the date passes, no chase: %s', (_, child, task) => {
    expect(ladderOf(inChild(child), undefined, task)).toEqual([
      '2026-12-22T18:00 task notifying-officer',
      '2026-12-30T09:00 reminder notifying-officer',
      '2026-12-31T23:59 late notifying-officer',
    ]);
  });
});

describe('an authority’s own ladder', () => {
  test('replaces the default', () => {
    const must = [{ kind: 'task', when: 'start', to: ['deputy'] }] as const;
    const ladder = { ...defaultLadder, must: must.map((step) => ({ ...step, to: [...step.to] })) };
    expect(ladderOf(buildIncident(), undefined, 'panel', buildAuthority({ ladder }))).toEqual([
      '2026-12-22T18:00 task deputy',
    ]);
  });

  test('may reach back before the calendar’s years: such a rung is long past', () => {
    const early = {
      kind: 'reminder',
      when: 'before',
      workingDaysLeft: 20,
      at: '09:00',
      to: ['manager' as const],
    } as const;
    const ladder = { ...defaultLadder, must: [{ ...early, to: [...early.to] }] };
    const report = buildIncident({ becameAwareAt: '2023-01-03T10:00:00Z', occurredOn: null });
    const authority = buildAuthority({ ladder });
    expect(ladderOf(report, '2023-01-03T11:00:00.000Z', 'panel', authority)).toEqual([]);
  });
});
