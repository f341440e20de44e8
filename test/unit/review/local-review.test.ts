import { aboutReview } from '../../../domain/review/summary';
import { business, deciding, DrivenReview, evidence } from '../../support/drive-review';
import { manager } from '../../support/drive-case';

const notifiedAt = '2026-06-03T10:00:00.000Z';
const decidedAt = '2026-06-24T09:00:00.000Z';
const rapid = (at = notifiedAt) => new DrivenReview(at);

const decided = (
  decision: 'local-review' | 'no-local-review',
  { notified = notifiedAt, at = decidedAt } = {},
) => rapid(notified).until(at).act('decideReview', business, deciding(decision, at));

const held = () => decided('local-review');

describe('the decision on a local review', () => {
  test('answers every factor of regulation 11 with a reason, and says which are met', () => {
    const review = held();
    expect(review.texts('decided')).toEqual([
      'Decided to hold a local child safeguarding practice review: what is known bears it out. ' +
        '(a) improvements needed to safeguard and promote the welfare of children: yes, the ' +
        'handover failed; (b) recurrent themes: no, nothing points to it; (c) concerns about two ' +
        'or more agencies working together effectively: no, nothing points to it; (d) the Panel ' +
        'has concluded that a local review may be more appropriate: no, nothing points to it. ' +
        'Met: a; that compels no review. No dissent.',
    ]);
    expect(review.entries.find(({ kind }) => kind === 'decided')?.rule).toBe(
      'SI 2018/789 regulation 11',
    );
    expect(review.task('decide-review').state.is).toBe('done');
  });

  test('is free either way: a factor met compels no review, none met forbids none', () => {
    expect(decided('no-local-review').state.publication).toBeNull();
    const all = deciding('local-review', decidedAt);
    const improvements = { answer: 'no', reason: 'not so' } as const;
    const given = { ...all, factors: { ...all.factors, improvements } };
    const review = rapid().until(decidedAt).act('decideReview', business, given);
    expect(review.texts('decided')[0]).toContain('None is met; that forbids no review.');
    expect(review.state.publication).not.toBeNull();
  });

  test('keeps dissent: what was written, and the partners whose sign-off dissents', () => {
    const review = rapid().until(decidedAt);
    review.act('signOff', business, { partner: 'icb', view: 'dissents', reason: 'too narrow' });
    review.act('decideReview', business, deciding('no-local-review', decidedAt, 'the chair too'));
    expect(review.texts('decided')[0]).toMatch(/Dissent: icb \(too narrow\); the chair too\.$/);
  });

  test('is in time when it was made in time, however late it is recorded', () => {
    const review = rapid().until('2026-06-29T09:00:00.000Z');
    review.act('decideReview', business, deciding('local-review', decidedAt));
    expect(review.task('decide-review').state).toMatchObject({ evidence: { at: decidedAt } });
    expect(review.dueOn('publish')).toBe('2026-12-24');
  });

  test.each([
    ['in the future', '2026-06-25T09:00:00.000Z', 'in the future'],
    ['before the Panel was notified', '2026-06-02T09:00:00.000Z', 'before the Panel was notified'],
  ])('is refused a moment %s', (_, at, why) => {
    const given = deciding('local-review', at);
    expect(rapid().until(decidedAt).attempt('decideReview', business, given)).toEqual({
      refused: expect.stringContaining(why),
    });
  });

  test('may be made again, and the last one stands: a local review after all', () => {
    const review = decided('no-local-review');
    expect(aboutReview(review.state).decision).toBe('no-local-review');
    review.until('2026-07-06T09:00:00.000Z');
    review.act('decideReview', business, deciding('local-review', review.now));
    expect(aboutReview(review.state).decision).toBe('local-review');
    expect(review.dueOn('publish')).toBe('2027-01-06');
    expect(review.state.decisions).toHaveLength(2);
  });

  test('made again the same way moves no date', () => {
    const review = held().until('2026-07-06T09:00:00.000Z');
    review.act('decideReview', business, deciding('local-review', review.now));
    expect(review.dueOn('publish')).toBe('2026-12-24');
    expect(review.openIds()).not.toContain('publish-2');
  });

  test('against a local review ends its tasks with the reason, and tells those told of it', () => {
    const review = held().done('tell-decision:panel');
    review.act('askInWriting', business, {
      of: 'the trust',
      what: 'information',
      text: 'The log',
      by: '2026-07-10',
    });
    review.act('addAction', business, { what: 'Train', owner: 'the school', by: '2026-09-01' });
    review.act('decideReview', business, deciding('no-local-review', review.now));
    const rest = review.openIds().filter((id) => !/^sign-off|rapid-review|panel-meeting/.test(id));
    expect(rest).toEqual([
      'take-up-review',
      'safety-actions',
      'requests-out',
      'inequalities',
      'learning-action-1',
      'tell-decision:panel-2',
    ]);
    expect(review.task('publish').state).toMatchObject({
      because: 'no local review is held: what is known bears it out',
      approvedBy: 'business-1',
    });
  });
});

describe('the Panel’s reply', () => {
  const sent = () => decided('no-local-review').done('dispatch-rapid-review');
  const reply = (
    said: 'agrees' | 'disagrees' | 'asks-for-more' | 'considers-a-national-review',
    by: string | null = null,
  ) => ({ at: decidedAt, reply: said, text: 'as the letter says', by });

  test('is prompted for until it is recorded', () => {
    const review = sent();
    expect(review.dueOn('panel-reply')).toBe('2026-07-15');
    review.until('2026-07-30T12:00:00.000Z');
    const chased = review.texts('rung', 'panel-reply').filter((text) => text.startsWith('Chased'));
    expect(chased).toHaveLength(2);
    review.act('recordReply', business, reply('agrees'));
    expect(review.task('panel-reply').state.is).toBe('done');
  });

  test('is kept in its words', () => {
    const review = sent().act('recordReply', business, reply('agrees'));
    expect(review.texts('replied')).toEqual(['The national Panel agrees: as the letter says.']);
    expect(review.state.replies).toMatchObject([{ reply: 'agrees', recordedBy: 'business-1' }]);
  });

  test.each(['disagrees', 'considers-a-national-review'] as const)(
    'that %s offers to decide again',
    (said) => {
      const review = sent().act('recordReply', business, reply(said));
      expect(review.texts('replied')[0]).toContain('decide again (notifiable decide-review)');
      const other = held().act('recordReply', business, reply(said));
      expect(other.texts('replied')[0]).not.toContain('decide again');
    },
  );

  test('that asks for more opens a task towards the Panel with its date', () => {
    const review = sent().act('recordReply', business, reply('asks-for-more', '2026-07-08'));
    expect(review.task('written-request-1')).toMatchObject({
      recipient: 'panel',
      title: 'Send the national Panel what it asked for',
      clock: { dueOn: '2026-07-08' },
    });
  });

  test.each([
    ['asks for more without a date', reply('asks-for-more'), 'give the date'],
    ['agrees, with a date', reply('agrees', '2026-07-08'), 'belongs to the reply asks-for-more'],
  ])('is refused where it %s', (_, given, why) => {
    expect(sent().attempt('recordReply', business, given)).toEqual({
      refused: expect.stringContaining(why),
    });
  });
});

describe('commissioning a local review', () => {
  test('opens these tasks, counted from the decision', () => {
    const review = held();
    const opened = review.state.tasks
      .slice(10)
      .map(({ id, strength, recipient }) => [id, review.dueOn(id), strength, recipient]);
    expect(opened).toEqual([
      ['appoint-reviewer', '2026-07-08', 'local', null],
      ['tell-decision:panel', '2026-07-01', 'should', 'panel'],
      ['tell-decision:ofsted', '2026-07-01', 'should', 'ofsted'],
      ['tell-decision:secretary-of-state', '2026-07-01', 'should', 'secretary-of-state'],
      ['progress-check-1', '2026-07-22', 'must', null],
      ['publish', '2026-12-24', 'should', null],
      ['send-report:panel', '2026-12-15', 'should', 'panel'],
      ['send-report:secretary-of-state', '2026-12-15', 'should', 'secretary-of-state'],
      ['send-report:ofsted', '2026-12-15', 'should', 'ofsted'],
    ]);
  });

  test('records each reviewer with expertise and the check of conflicts of interest', () => {
    const given = { reviewer: 'Reviewer 1', expertise: 'neglect', conflicts: 'none found' };
    const review = held().act('appoint', business, given);
    expect(review.task('appoint-reviewer').state.is).toBe('done');
    review.act('appoint', business, { ...given, reviewer: 'Reviewer 2' });
    expect(review.state.reviewers.map(({ reviewer }) => reviewer)).toEqual([
      'Reviewer 1',
      'Reviewer 2',
    ]);
    expect(review.texts('appointed')[0]).toBe(
      'Appointed Reviewer 1. Expertise: neglect. Conflicts of interest: none found.',
    );
  });

  test.each([
    ['appoint', { reviewer: 'Reviewer 1', expertise: 'neglect', conflicts: 'none' }],
    ['askInWriting', { of: 'the trust', what: 'draft', text: 'Now', by: '2026-07-08' }],
    ['planPublication', { on: '2026-12-01', reason: 'the inquest' }],
    ['publish', { on: '2026-06-24', where: 'the partnership’s site' }],
  ] as const)('comes before %s', (name, given) => {
    expect(decided('no-local-review').attempt(name, business, given)).toEqual({
      refused: expect.stringContaining('No local review is held here'),
    });
  });
});

describe('overseeing a local review', () => {
  test('progress is checked at intervals for as long as the report is not public', () => {
    const review = held().until('2026-07-20T09:00:00.000Z').done('progress-check-1');
    expect(review.dueOn('progress-check-2')).toBe('2026-08-17');
    review.until('2026-07-21T09:00:00.000Z');
    review.act('publish', business, { on: '2026-07-21', where: 'the partnership’s site' });
    expect(review.task('progress-check-2').state).toMatchObject({
      because: 'the report was published',
    });
    expect(review.openIds()).not.toContain('progress-check-3');
  });

  test('a check that is missed is late, since regulation 14 asks for it', () => {
    const review = held().until('2026-07-23T09:00:00.000Z');
    expect(review.texts('late', 'progress-check-1')).toEqual([
      expect.stringContaining('Late: “Check the review’s progress and quality”'),
    ]);
  });

  test('what is asked for in writing keeps its text and has its date', () => {
    const ask = { of: 'the trust', what: 'draft', text: 'Chapter 2', by: '2026-07-08' } as const;
    const review = held().act('askInWriting', business, ask);
    expect(review.task('written-request-1')).toMatchObject({
      title: 'Get the draft that the trust was asked for',
      because: 'it was asked for in writing: Chapter 2',
      clock: { dueOn: '2026-07-08' },
    });
    expect(review.entries.find(({ kind }) => kind === 'asked')).toMatchObject({
      text: 'Asked the trust in writing for a draft.',
      rule: 'SI 2018/789 regulation 14',
      by: 'business-1',
    });
  });
});

describe('learning actions', () => {
  const action = { what: 'Train the staff', owner: 'the school', by: '2026-09-01' };
  const withAction = () => rapid().act('addAction', business, action);

  test('have an owner and a date, at any time in the review', () => {
    expect(withAction().task('learning-action-1')).toMatchObject({
      title: 'Train the staff (the school)',
      clock: { dueOn: '2026-09-01' },
    });
  });

  test('are chased until they are done', () => {
    const review = withAction().until('2026-09-15T12:00:00.000Z');
    const chased = () =>
      review.texts('rung', 'learning-action-1').filter((text) => text.startsWith('Chased'));
    expect(chased()).toHaveLength(2);
    review.done('learning-action-1').until('2026-10-15T12:00:00.000Z');
    expect(chased()).toHaveLength(2);
  });

  test('or a manager accepts with a reason that one is not done', () => {
    const given = { task: 'learning-action-1', reason: 'the school closed' };
    const review = withAction().act('acceptNotDone', manager, given);
    expect(review.task('learning-action-1').state).toMatchObject({ approvedBy: 'manager-1' });
  });

  test('nothing that guidance asks for is accepted as not done', () => {
    const given = { task: 'dispatch-rapid-review', reason: 'no time' };
    expect(withAction().attempt('acceptNotDone', manager, given)).toEqual({
      refused:
        'dispatch-rapid-review cannot be accepted as not done. Record that it was done ' +
        '(notifiable done).',
    });
  });

  test('keep the record open until the last of them has ended', () => {
    const review = withAction();
    review.act('endReview', business, { reason: 'a natural death' });
    expect(review.state.status).toBe('open');
    review.act('acceptNotDone', manager, { task: 'learning-action-1', reason: 'not ours' });
    expect(review.attempt('done', manager, evidence(['learning-action-1'], notifiedAt))).toEqual({
      refused: expect.stringContaining('learning-action-1 has ended'),
    });
  });
});
