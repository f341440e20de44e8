import { englandAndWales as calendar } from '../../../domain/bank-holidays';
import { figuresOf } from '../../../domain/figures/incident-figures';
import { totalsOf } from '../../../domain/figures/totals';
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

const opened = '2026-12-23T10:00:00.000Z';
const open = (report: unknown = buildIncident()) => new DrivenCase(report, opened);
const inTime = '2026-12-30T12:00:00.000Z';
const tooLate = '2027-01-05T12:00:00.000Z';

const figures = ({ state, now }: DrivenCase) => figuresOf(state, { now, calendar });
const panel = (driven: DrivenCase) => {
  const found = figures(driven).notifications.find(({ task }) => task.startsWith('panel'));
  if (!found) throw new Error('No notification to the Panel');
  return found;
};
const done = (driven: DrivenCase, at: string) =>
  driven.until(at).act('done', officer, evidence(['panel'], at));

describe('a notification', () => {
  it('has its day 0, its date, the day it was done and the working days between', () => {
    expect(panel(done(open(), inTime))).toMatchObject({
      ...{ countedFrom: '2026-12-22', dueOn: '2026-12-31', doneOn: '2026-12-30', workingDays: 4 },
      ...{ outcome: 'done-in-time', unacknowledged: false, corrected: false, explanations: [] },
    });
  });

  it('done after its date is late, with what was written about it', () => {
    const driven = done(open(), tooLate);
    driven.act('explain', officer, { task: 'panel', text: 'the officer was ill' });
    expect(panel(driven)).toMatchObject({
      ...{ outcome: 'done-late', workingDays: 7, explanations: ['the officer was ill'] },
    });
  });

  test.each([
    ['not done and in time', inTime, 'not-done'],
    ['not done and past its date', tooLate, 'late'],
  ])('%s', (_, now, outcome) => {
    const expected = { outcome, unacknowledged: true, doneOn: null, workingDays: null };
    expect(panel(open().until(now))).toMatchObject(expected);
  });

  it('that somebody has is not unacknowledged', () => {
    const driven = open().act('acknowledge', officer, { tasks: ['panel'] });
    expect(panel(driven)).toMatchObject({ outcome: 'not-done', unacknowledged: false });
    expect(figures(driven).unacknowledgedTasks).toBe(figures(open()).unacknowledgedTasks - 1);
  });

  it('that another authority makes is not counted', () => {
    const elsewhere = buildIncident({ place: 'elsewhere-in-england', incidentArea: 'E06000002' });
    expect(figures(open(elsewhere)).notifications.map(({ task }) => task)).not.toContain('panel');
  });

  it('of a withdrawn incident is withdrawn, in time or not', () => {
    const driven = done(open(), tooLate);
    driven.act('withdraw', officer, { reason: 'another incident' });
    const proposal = driven.state.proposals.at(-1)?.id ?? '';
    driven.act('approve', manager, { proposal });
    expect(panel(driven).outcome).toBe('withdrawn');
    expect(figures(driven).withdrawn).toBe(true);
  });

  it('has no number of days where it was done beyond the calendar’s years', () => {
    const driven = new DrivenCase(buildIncident({}), opened).outageUntil(
      '2029-02-01T10:00:00.000Z',
    );
    driven.act('done', officer, evidence(['panel'], driven.now));
    expect(panel(driven)).toMatchObject({ outcome: 'done-late', workingDays: null });
  });
});

describe('a moment that was struck out', () => {
  const aware = (at: string) => correction({ becameAwareAt: at });

  it('leaves the figures of what is not done once a second person approved', () => {
    const driven = open().act('amend', officer, aware('2026-12-23T08:00:00+00:00'));
    driven.act('approve', manager2, { proposal: driven.state.proposals[0]?.id ?? '' });
    const expected = { countedFrom: '2026-12-23', dueOn: '2027-01-04', corrected: false };
    expect(panel(driven)).toMatchObject(expected);
  });

  it('leaves the days of what was done: they count from the moment that stands', () => {
    const driven = done(open(), inTime).act('amend', officer, aware('2026-12-23T08:00:00+00:00'));
    const expected = { countedFrom: '2026-12-23', dueOn: '2027-01-04', workingDays: 3 };
    expect(panel(driven)).toMatchObject({ ...expected, corrected: true, outcome: 'done-in-time' });
  });

  it('takes no lateness away from what was done, since nobody else approved', () => {
    const at = '2027-01-04T12:00:00.000Z';
    const driven = done(open(), at).act('amend', officer, aware('2026-12-23T08:00:00+00:00'));
    expect(panel(driven)).toMatchObject({ dueOn: '2027-01-04', outcome: 'done-late' });
  });

  it('that was too late makes late what was done in time by it', () => {
    const driven = done(open(), '2026-12-31T12:00:00.000Z');
    driven.act('amend', officer, aware('2026-12-21T08:00:00+00:00'));
    const expected = { countedFrom: '2026-12-21', dueOn: '2026-12-30', workingDays: 6 };
    expect(panel(driven)).toMatchObject({ ...expected, corrected: true, outcome: 'done-late' });
  });

  it('of one fact moves day 0 to the latest that the criterion needs', () => {
    const driven = done(open(), inTime);
    const knownAt = { abuseOrNeglect: '2026-12-23T09:00:00+00:00' };
    const child = { ref: 'A', abuseOrNeglect: 'suspected', knownAt };
    driven.act('amend', officer, correction({ children: [child] }));
    expect(panel(driven)).toMatchObject({ countedFrom: '2026-12-23', corrected: true });
  });

  it('of a fact that the criterion does not need moves nothing', () => {
    const driven = done(open(), inTime);
    const knownAt = { lookedAfter: '2026-12-23T09:00:00+00:00' };
    driven.act(
      'amend',
      officer,
      correction({ children: [{ ref: 'A', lookedAfter: 'no', knownAt }] }),
    );
    expect(panel(driven)).toMatchObject({ countedFrom: '2026-12-22', corrected: false });
  });

  it('is no development: that moves day 0 of nothing', () => {
    const driven = done(open(), inTime);
    const knownAt = { abuseOrNeglect: '2026-12-29T09:00:00+00:00' };
    const child = { ref: 'A', abuseOrNeglect: 'known', knownAt };
    driven.act('amend', officer, amendment({ children: [child] }));
    expect(panel(driven)).toMatchObject({ countedFrom: '2026-12-22', corrected: false });
  });
});

describe('an incident', () => {
  test.each([
    ['2026-09-30T22:59:00+00:00', '2026 Q3'],
    ['2026-09-30T23:30:00+00:00', '2026 Q4'],
    ['2026-12-31T23:59:00+00:00', '2026 Q4'],
  ])('is counted in the quarter of its awareness, by London’s date: %s', (at, quarter) => {
    const report = buildIncident({ becameAwareAt: at, occurredOn: '2026-09-01' });
    expect(figures(new DrivenCase(report, '2027-01-01T10:00:00.000Z')).quarter).toBe(quarter);
  });
});

describe('the totals of a quarter', () => {
  it('tell late from a missed target, and add up', () => {
    const careLeaver = buildIncident({}, { bornOn: '2004-03-04', careLeaver: 'yes' });
    const late = [open().until(tooLate), done(open(), tooLate), open(careLeaver).until(tooLate)];
    const [quarter] = totalsOf(['2026 Q4'], [...late.map(figures), figures(done(open(), inTime))]);
    expect(quarter).toMatchObject({
      ...{ incidents: 4, withdrawn: 0, notifications: 14 },
      ...{ inTime: 1, late: 8, targetMissed: 2, notDone: 3 },
    });
  });
});
