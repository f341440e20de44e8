import { endOfLondonDay } from '../../../domain/calendar';
import { englandAndWales } from '../../../domain/bank-holidays';
import { viewReview } from '../../../domain/review/view';
import { deciding, DrivenReview, business, evidence } from '../../support/drive-review';
import { manager } from '../../support/drive-case';

const notifiedAt = '2026-06-03T10:00:00.000Z';
const rapid = () => new DrivenReview(notifiedAt);

describe('a rapid review', () => {
  test.each([
    ['3 January 2024', '2024-01-03T09:00:00.000Z', '2024-01-24'],
    ['17 April 2025, over Easter', '2025-04-17T15:00:00.000Z', '2025-05-13'],
    ['3 June 2026', notifiedAt, '2026-06-24'],
    ['half past midnight of 3 June in London', '2026-06-02T23:30:00.000Z', '2026-06-24'],
  ])('is due 15 working days after the Panel was notified: %s', (_, at, dueOn) => {
    const review = new DrivenReview(at);
    expect(review.task('dispatch-rapid-review')).toMatchObject({
      strength: 'should',
      clock: { startsAt: at, dueOn, dueAt: endOfLondonDay(dueOn) },
    });
    expect(review.task('dispatch-rapid-review').clock?.counted).toHaveLength(15);
  });

  test('begins with these tasks, on these days from the notification', () => {
    const review = rapid();
    expect(review.state.tasks.map(({ id }) => [id, review.dueOn(id)])).toEqual([
      ['take-up-review', '2026-06-03'],
      ['safety-actions', '2026-06-04'],
      ['requests-out', '2026-06-04'],
      ['inequalities', '2026-06-19'],
      ['panel-meeting', '2026-06-19'],
      ['decide-review', '2026-06-24'],
      ['dispatch-rapid-review', '2026-06-24'],
      ['sign-off:local-authority', '2026-06-24'],
      ['sign-off:icb', '2026-06-24'],
      ['sign-off:police', '2026-06-24'],
    ]);
  });

  test('counts from the notification even where its record begins later', () => {
    const review = new DrivenReview(notifiedAt, '2026-06-05T08:00:00.000Z');
    expect(review.dueOn('dispatch-rapid-review')).toBe('2026-06-24');
    expect(review.texts('late', 'take-up-review')).toHaveLength(1);
  });

  test('tells the Business Manager at once', () => {
    const [batch] = rapid().batches;
    expect(batch?.at).toBe(notifiedAt);
    expect(batch?.notices.find(({ task }) => task.id === 'take-up-review')?.to).toEqual([
      'business-manager',
    ]);
  });

  test('asks each partner for its view at once', () => {
    const asked = rapid().batches[0]?.notices.filter(({ kind }) => kind === 'view-wanted');
    expect(asked?.map(({ task, to }) => [task.id, to])).toEqual([
      ['sign-off:local-authority', ['partner:local-authority']],
      ['sign-off:icb', ['partner:icb']],
      ['sign-off:police', ['partner:police']],
    ]);
  });

  test('a step that is missed goes up and is chased, until there is evidence', () => {
    const review = rapid().until('2026-06-26T12:00:00.000Z');
    const said = review.batches.flatMap(({ notices }) => notices);
    const about = (kind: string) =>
      said.filter((one) => one.kind === kind && one.task.id === 'dispatch-rapid-review');
    expect(about('late').map(({ to }) => to)).toEqual([
      ['business-manager', 'manager', 'director'],
    ]);
    expect(about('chase')).toHaveLength(2);
    review.done('dispatch-rapid-review').until('2026-07-03T12:00:00.000Z');
    const chases = review.batches
      .flatMap(({ notices }) => notices)
      .filter(({ kind, task }) => kind === 'chase' && task.id === 'dispatch-rapid-review');
    expect(chases).toHaveLength(2);
  });

  test('takes another period where the authority’s file sets a target', () => {
    const authority = { targets: { 'panel-meeting': 8 } };
    const review = new DrivenReview(notifiedAt, notifiedAt, {
      calendar: englandAndWales,
      authority,
    });
    expect(review.dueOn('panel-meeting')).toBe('2026-06-15');
    expect(review.dueOn('dispatch-rapid-review')).toBe('2026-06-24');
  });

  test('stays open between two steps, closes when every task has ended, and may be decided again', () => {
    const review = rapid();
    review.done('take-up-review', 'safety-actions', 'requests-out', 'inequalities');
    review.done('panel-meeting');
    for (const partner of review.state.partners) {
      review.act('signOff', business, { partner, view: 'agrees', reason: 'well founded' });
    }
    review.act('decideReview', business, deciding('no-local-review', review.now));
    review.done('dispatch-rapid-review');
    expect(review.state.status).toBe('open');
    expect(review.openIds()).toEqual(['panel-reply']);
    const reply = { at: review.now, reply: 'agrees', text: 'noted', by: null } as const;
    review.act('recordReply', business, reply);
    expect(review.state.status).toBe('closed');
    review.act('decideReview', manager, deciding('local-review', review.now));
    expect(review.state.status).toBe('open');
  });
});

describe('an agency’s summary', () => {
  const asked = (by: string | null) =>
    rapid().act('askAgency', business, { agency: 'the school', text: 'All since 2024', by });

  test.each([
    ['by day 10 from the notification', null, '2026-06-17'],
    ['by a date of its own', '2026-06-12', '2026-06-12'],
  ])('is asked for in writing, %s', (_, by, dueOn) => {
    const review = asked(by);
    expect(review.dueOn('agency-summary-1')).toBe(dueOn);
    expect(review.task('agency-summary-1')).toMatchObject({
      title: 'Get the summary of the school',
      because: 'it was asked for in writing: All since 2024',
    });
    expect(review.texts('asked')).toEqual(['Asked the school in writing for its summary.']);
  });

  test('ends with evidence; the next agency has a task and a number of its own', () => {
    const review = asked(null).done('agency-summary-1');
    review.act('askAgency', business, { agency: 'the trust', text: 'All', by: null });
    expect(review.openIds()).toContain('agency-summary-2');
    expect(review.task('agency-summary-1').state.is).toBe('done');
  });

  test('that never comes is accepted as missing by a manager, with a reason', () => {
    const review = asked(null);
    const given = { task: 'agency-summary-1', reason: 'it holds no records' };
    expect(review.attempt('acceptNotDone', business, given)).toHaveProperty('refused');
    review.act('acceptNotDone', manager, given);
    expect(review.task('agency-summary-1').state).toMatchObject({
      is: 'cancelled',
      because: 'accepted as not done: it holds no records',
      approvedBy: 'manager-1',
    });
  });

  test('is not asked for by a date that has passed', () => {
    const given = { agency: 'the school', text: 'All', by: '2026-06-02' };
    expect(rapid().attempt('askAgency', business, given)).toEqual({
      refused: expect.stringContaining('2026-06-02 has passed'),
    });
  });
});

describe('a partner’s sign-off', () => {
  test('keeps the view and the reason, and ends that partner’s task', () => {
    const view = { partner: 'icb', view: 'dissents', reason: 'too narrow' } as const;
    const review = rapid().act('signOff', business, view);
    expect(review.state.signOffs).toEqual([
      { ...view, recordedAt: notifiedAt, recordedBy: 'business-1' },
    ]);
    expect(review.task('sign-off:icb').state.is).toBe('done');
    expect(review.openIds()).toContain('sign-off:police');
    expect(viewReview(review.state, notifiedAt).dissenting).toEqual(['icb']);
  });

  test('may change; what was said first stays', () => {
    const view = { partner: 'icb', view: 'dissents', reason: 'too narrow' } as const;
    const review = rapid().act('signOff', business, view);
    review.act('signOff', business, { ...view, view: 'agrees', reason: 'it was widened' });
    expect(review.texts('viewed')).toEqual([
      'The partner icb dissents: too narrow.',
      'The partner icb agrees: it was widened.',
    ]);
    expect(viewReview(review.state, notifiedAt).dissenting).toEqual([]);
  });

  test('is that of a partner of the area', () => {
    const view = { partner: 'nobody', view: 'agrees', reason: 'fine' } as const;
    expect(rapid().attempt('signOff', business, view)).toEqual({
      refused: 'There is no partner “nobody” here. The partners: local-authority, icb, police.',
    });
  });
});

describe('a case outside the criteria', () => {
  const proposed = () => {
    const review = rapid().act('decideReview', business, deciding('local-review', notifiedAt));
    return review.act('endReview', business, { reason: 'the death was natural' });
  };

  test('goes on until a second person approves', () => {
    const review = proposed();
    expect(review.state.status).toBe('open');
    expect(review.openIds()).toContain('dispatch-rapid-review');
    expect(review.attempt('approve', business, { proposal: 'p1' })).toHaveProperty('refused');
  });

  test('then every open task ends with the reason and who approved, a local review’s too', () => {
    const review = proposed().act('approve', manager, { proposal: 'p1' });
    expect(review.openIds()).toEqual([]);
    expect(review.state.status).toBe('withdrawn');
    for (const id of ['dispatch-rapid-review', 'publish', 'progress-check-1']) {
      expect(review.task(id).state).toMatchObject({
        because: 'the case is outside the criteria: the death was natural',
        approvedBy: 'manager-1',
      });
    }
    expect(review.texts('withdrawn')).toHaveLength(1);
    expect(review.attempt('done', manager, evidence(['publish'], notifiedAt))).toEqual({
      refused: expect.stringContaining('outside the criteria'),
    });
  });

  test('is proposed once at a time', () => {
    expect(proposed().attempt('endReview', business, { reason: 'again' })).toEqual({
      refused: 'The end of this review already waits for approval.',
    });
  });
});

test('every date follows a new calendar, and says so', () => {
  const review = rapid();
  const holidays = { ...englandAndWales.holidays, '2026-06-08': 'A day of celebration' };
  review.surroundings = {
    ...review.surroundings,
    calendar: { ...englandAndWales, version: 'new', holidays },
  };
  review.act('redate', manager, { reason: 'a holiday was announced' });
  expect(review.dueOn('dispatch-rapid-review')).toBe('2026-06-25');
  expect(review.texts('moved', 'dispatch-rapid-review')).toHaveLength(1);
  expect(review.texts('explained')).toEqual([
    'The dates were worked out anew: a holiday was announced.',
  ]);
});
