import { englandAndWales } from '../../../domain/bank-holidays';
import { redateRequestFor } from '../../../domain/case/planning';
import { buildIncident } from '../../support/build-incident';
import { amendment, DrivenCase, evidence, manager, officer } from '../../support/drive-case';

const at = '2026-12-23T10:00:00.000Z';
const holidays = { ...englandAndWales.holidays, '2026-12-30': 'A day of mourning' };
const calendar = { ...englandAndWales, version: 'with-a-day-of-mourning', holidays };
const claim = { knownAt: { abuseOrNeglect: '2026-12-23T09:00:00Z' } };

type Announce = (driven: DrivenCase) => DrivenCase;

const askedFor: Announce = (driven) => {
  driven.surroundings = { ...driven.surroundings, calendar };
  return driven.act('redate', manager, { reason: 'a day of mourning was announced' });
};

const noticed: Announce = (driven) => {
  driven.surroundings = { ...driven.surroundings, calendar };
  const request = redateRequestFor(driven.state, driven.now);
  if (!request) throw new Error('No date is open');
  driven.take({ type: 'calendar', now: driven.now, plan: driven.plan(request) });
  return driven;
};

describe.each([
  ['a manager asks for it', askedFor],
  ['nobody needs to ask', noticed],
])('a newly announced one-off holiday: %s', (_, announce) => {
  test('re-dates the open duties, and says so', () => {
    const driven = announce(new DrivenCase(buildIncident(), at));
    expect(driven.task('panel').clock).toMatchObject({ dueOn: '2027-01-04' });
    expect(driven.task('panel').clock?.skipped).toContainEqual({
      on: '2026-12-30',
      why: 'A day of mourning',
    });
    expect(driven.texts('moved', 'panel')[0]).toMatch(/with-a-day-of-mourning/);
    expect(driven.state.calendar).toBe('with-a-day-of-mourning');
    expect(driven.state.proposals).toEqual([]);
  });

  test('leaves what was done as it was', () => {
    const driven = new DrivenCase(buildIncident(), at);
    driven.act('done', officer, evidence(['panel'], at));
    const before = driven.task('panel');
    expect(announce(driven).task('panel')).toEqual(before);
  });

  test('no rung that was fired fires again, and the new date has its own', () => {
    const driven = new DrivenCase(buildIncident(), at).until('2026-12-29T10:00:00.000Z');
    announce(driven).until('2027-01-05T00:00:00.000Z');
    expect(driven.notices('task', 'panel')).toHaveLength(1);
    expect(driven.texts('late', 'panel')).toHaveLength(1);
    expect(driven.notices('late', 'panel')[0]?.at).toBe('2027-01-04T23:59:59.999Z');
  });

  test('lateness that was recorded stays in the history', () => {
    const driven = new DrivenCase(buildIncident(), at).until('2027-01-01T10:00:00.000Z');
    announce(driven).until('2027-01-05T00:00:00.000Z');
    expect(driven.notices('late', 'panel').map((one) => one.at.slice(0, 10))).toEqual([
      '2026-12-31',
      '2027-01-04',
    ]);
  });

  test('a claim that a manager confirmed stays confirmed', () => {
    const driven = new DrivenCase(buildIncident({}, claim), at);
    driven.act('confirm', manager, { task: 'confirm-clock', reason: null });
    expect(announce(driven).task('panel').clock?.dueOn).toBe('2027-01-05');
  });

  test('a claim not yet confirmed keeps the strict date in force, moved like the other', () => {
    const driven = announce(new DrivenCase(buildIncident({}, claim), at));
    expect(driven.task('panel').clock?.dueOn).toBe('2027-01-04');
    expect(driven.task('panel').laterClock?.dueOn).toBe('2027-01-05');
  });

  test('an end that waits for a second person goes on waiting, under who proposed it', () => {
    const driven = new DrivenCase(buildIncident(), at);
    const knownAt = { abuseOrNeglect: at };
    const children = [{ ref: 'A', abuseOrNeglect: 'not-suspected', knownAt }];
    announce(driven.act('amend', officer, amendment({ children })));
    expect(driven.state.proposals).toMatchObject([{ by: 'officer-1', state: 'waiting' }]);
  });
});

test('noticed by itself it moves dates and nothing else: no task ends and none needs a yes', () => {
  const driven = new DrivenCase(buildIncident(), at);
  const states = () => driven.state.tasks.map(({ id, state }) => ({ id, state }));
  const before = states();
  const report = buildIncident({}, { abuseOrNeglect: 'not-suspected' });
  driven.state = { ...driven.state, report };
  noticed(driven);
  expect(states()).toEqual(before);
  expect(driven.state.proposals).toEqual([]);
});
