import { buildChild, buildIncident } from '../../support/build-incident';
import {
  amendment,
  correction,
  director,
  DrivenCase,
  evidence,
  manager,
  manager2,
  officer,
} from '../../support/drive-case';

const at = '2026-12-23T10:00:00.000Z';
const open = (report: unknown = buildIncident()) => new DrivenCase(report, at);
const notSuspected = amendment({
  children: [
    {
      ref: 'A',
      abuseOrNeglect: 'not-suspected',
      knownAt: { abuseOrNeglect: '2026-12-23T09:00:00+00:00' },
    },
  ],
});
const later = correction({ becameAwareAt: '2026-12-23T08:00:00+00:00' });

describe('ending an unsent must task', () => {
  test('waits for a second person, with a task of its own due in one working day', () => {
    const driven = open().act('amend', officer, notSuspected);
    expect(driven.openIds()).toEqual(expect.arrayContaining(['panel', 'approve-p1']));
    expect(driven.task('approve-p1').clock?.dueOn).toBe('2026-12-24');
    expect(driven.state.proposals).toMatchObject([{ id: 'p1', by: 'officer-1', state: 'waiting' }]);
  });

  test('its ladder runs on until then, to its lateness', () => {
    const driven = open().act('amend', officer, notSuspected).until('2027-01-04T10:00:00.000Z');
    expect(driven.texts('late', 'panel')).toHaveLength(1);
    expect(driven.notices('chase', 'panel').length).toBeGreaterThan(0);
  });

  test('it ends, silent, with the name of the second person', () => {
    const driven = open().act('amend', officer, notSuspected);
    driven.act('approve', manager, { proposal: 'p1' });
    expect(driven.task('panel').state).toMatchObject({ is: 'cancelled', approvedBy: 'manager-1' });
    const told = driven.batches.length;
    driven.until('2027-02-01T10:00:00.000Z');
    const after = driven.batches.slice(told).flatMap(({ notices }) => notices);
    expect(after.filter(({ task }) => task.id === 'panel')).toEqual([]);
  });

  test('a further amendment by another does not let the first approve their own change', () => {
    const driven = open().act('amend', manager, notSuspected);
    driven.act('amend', officer, amendment({ summary: 'more words' }));
    for (const { id } of driven.state.proposals)
      driven.attempt('approve', manager, { proposal: id });
    expect(driven.openIds()).toContain('panel');
    expect(driven.state.proposals).toHaveLength(1);
    driven.act('approve', manager2, { proposal: 'p1' });
    expect(driven.openIds()).not.toContain('panel');
  });

  test('a yes to something else is no yes to it', () => {
    const two = buildIncident({ children: [buildChild(), buildChild({ ref: 'B', harm: 'none' })] });
    const driven = open(two).act('amend', manager, notSuspected);
    driven.act('changeAnswer', manager2, {
      child: 'B',
      criterion: 'care-leaver-death',
      answer: 'met',
      reason: 'a judgement',
    });
    driven.act('approve', manager, { proposal: 'p2' });
    expect(driven.openIds()).toEqual(expect.arrayContaining(['panel', 'secretary-of-state']));
    expect(driven.state.proposals).toMatchObject([{ state: 'waiting' }, { state: 'approved' }]);
  });

  test('it lapses when the facts call for the task again', () => {
    const driven = open().act('amend', officer, notSuspected);
    const knownAt = { abuseOrNeglect: '2026-12-23T09:30:00+00:00' };
    driven.act(
      'amend',
      officer,
      amendment({ children: [{ ref: 'A', abuseOrNeglect: 'known', knownAt }] }),
    );
    expect(driven.state.proposals).toMatchObject([{ state: 'lapsed' }]);
    expect(driven.task('approve-p1').state.is).toBe('cancelled');
    expect(driven.task('panel').clock?.dueOn).toBe('2026-12-31');
  });

  test('a task done meanwhile stays done', () => {
    const driven = open().act('amend', officer, notSuspected);
    driven.act('done', officer, evidence(['panel'], at));
    driven.act('approve', manager, { proposal: 'p1' });
    expect(driven.task('panel').state.is).toBe('done');
  });
});

describe('ending a should or local task', () => {
  test.each([
    ['should', { harm: 'died', bornOn: '2004-03-04', careLeaver: 'yes' }, 'careLeaver', 'ofsted'],
    [
      'local',
      { abuseOrNeglect: 'not-suspected', regulatedSetting: 'yes' },
      'regulatedSetting',
      'panel',
    ],
  ])('happens at once: %s', (strength, child, fact, task) => {
    const driven = open(buildIncident({}, child));
    expect(driven.task(task).strength).toBe(strength);
    const knownAt = { [fact]: '2026-12-23T09:00:00+00:00' };
    driven.act('amend', officer, amendment({ children: [{ ref: 'A', [fact]: 'no', knownAt }] }));
    expect(driven.task(task).state.is).toBe('cancelled');
    expect(driven.state.proposals).toEqual([]);
  });
});

describe('moving a date later', () => {
  test('takes a correction, its reason and a second person', () => {
    const driven = open().act('amend', officer, later);
    expect(driven.task('panel').clock?.dueOn).toBe('2026-12-31');
    driven.act('approve', manager, { proposal: 'p1' });
    expect(driven.task('panel').clock?.dueOn).toBe('2027-01-04');
    expect(driven.texts('moved', 'panel')).toHaveLength(1);
  });

  test('it still waits after an amendment of something else', () => {
    const driven = open().act('amend', officer, later);
    driven.act('amend', manager2, amendment({ summary: 'more words' }));
    expect(driven.state.proposals).toMatchObject([{ by: 'officer-1', state: 'waiting' }]);
    driven.act('approve', manager, { proposal: 'p1' });
    expect(driven.task('panel').clock?.dueOn).toBe('2027-01-04');
  });

  test('moving it earlier takes nobody else', () => {
    const driven = open();
    driven.act('amend', officer, correction({ becameAwareAt: '2026-12-21T10:00:00+00:00' }));
    expect(driven.task('panel').clock?.dueOn).toBe('2026-12-30');
    expect(driven.state.proposals).toEqual([]);
  });

  test('a correction of something else moves no date that a development left alone', () => {
    const driven = open();
    driven.now = '2026-12-24T10:00:00.000Z';
    const knownAt = { abuseOrNeglect: '2026-12-24T09:00:00+00:00' };
    driven.act(
      'amend',
      officer,
      amendment({ children: [{ ref: 'A', abuseOrNeglect: 'known', knownAt }] }),
    );
    driven.act('amend', officer, correction({ occurredOn: '2026-12-19' }));
    expect(driven.state.proposals).toEqual([]);
    expect(driven.task('panel').clock?.dueOn).toBe('2026-12-31');
  });

  test('a late task moved later keeps its lateness in the history', () => {
    const driven = open().until('2027-01-01T10:00:00.000Z');
    driven.act('amend', officer, later).act('approve', director, { proposal: 'p1' });
    expect(driven.texts('late', 'panel')).toHaveLength(1);
    driven.until('2027-01-05T10:00:00.000Z');
    expect(driven.texts('late', 'panel')).toHaveLength(2);
  });
});

describe('a changed answer', () => {
  const change = {
    child: 'A',
    criterion: 'death-with-abuse-or-neglect',
    answer: 'not-met',
    reason: 'the post-mortem',
  } as const;

  test('changes nothing until a second person approves', () => {
    const driven = open().act('changeAnswer', manager, change);
    expect(driven.state.decision).toBe('notify');
    expect(driven.attempt('approve', manager, { proposal: 'p1' })).toHaveProperty('refused');
    driven.act('approve', manager2, { proposal: 'p1' });
    expect(driven.state.decision).toBe('no-criterion-met');
    expect(driven.task('panel').state).toMatchObject({ is: 'cancelled', approvedBy: 'manager-2' });
    expect(driven.openIds()).toContain('confirm-none');
  });

  test('holds no more once a fact that it rested on is another', () => {
    const driven = open().act('changeAnswer', manager, change);
    driven.act('approve', manager2, { proposal: 'p1' });
    const child = { ref: 'A', abuseOrNeglect: 'known', knownAt: { abuseOrNeglect: driven.now } };
    driven.act('amend', officer, amendment({ children: [child] }));
    expect(driven.state.decision).toBe('notify');
  });

  test('keeps its reason as the answer’s reason', () => {
    const driven = open().act('changeAnswer', manager, change);
    driven.act('approve', manager2, { proposal: 'p1' });
    expect(driven.state.children[0]?.criteria[0]).toMatchObject({
      answer: 'not-met',
      because: ['a manager changed the answer: the post-mortem'],
      clockStartsAt: null,
    });
  });
});
