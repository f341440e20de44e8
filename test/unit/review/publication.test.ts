import { viewReview } from '../../../domain/review/view';
import { business, deciding, DrivenReview } from '../../support/drive-review';
import { manager } from '../../support/drive-case';

const held = (decidedAt = '2026-06-24T09:00:00.000Z') =>
  new DrivenReview(decidedAt).act('decideReview', business, deciding('local-review', decidedAt));

const reports = ['send-report:panel', 'send-report:secretary-of-state', 'send-report:ofsted'];
const where = 'the partnership’s site';

describe('publication within six months', () => {
  test.each([
    ['31 August 2023: clamped to the month’s end, not rolled', '2023-08-31', '2024-02-29'],
    ['24 June 2026', '2026-06-24', '2026-12-24'],
  ])('counts calendar months from the decision of %s', (_, on, dueOn) => {
    const review = held(`${on}T09:00:00.000Z`);
    expect(review.dueOn('publish')).toBe(dueOn);
    expect(review.state.publication).toMatchObject({ dueOn, plannedOn: dueOn, publishedOn: null });
  });

  test('counts from the London date of the decision', () => {
    expect(held('2026-06-23T23:30:00.000Z').dueOn('publish')).toBe('2026-12-24');
  });

  test('is a target missed once they are over, and is chased', () => {
    const review = held().until('2027-01-08T12:00:00.000Z');
    expect(review.texts('late', 'publish')[0]).toMatch(/^Target missed: “Publish the report”/);
    expect(review.texts('rung', 'publish').some((text) => text.startsWith('Chased'))).toBe(true);
  });
});

describe('the full report goes out seven working days before publication', () => {
  test.each([
    ['8 January 2024', '2023-09-01', '2024-01-08', '2023-12-27'],
    ['6 May 2025', '2025-01-02', '2025-05-06', '2025-04-24'],
  ])('counted back from the planned day, day 0: %s', (_, decidedOn, on, dueOn) => {
    const review = held(`${decidedOn}T09:00:00.000Z`);
    review.act('planPublication', business, { on, reason: 'the printer' });
    expect(reports.map((id) => review.dueOn(id))).toEqual([dueOn, dueOn, dueOn]);
  });

  test('its dates move when the planned day moves; what was sent stays sent', () => {
    const review = held().done('send-report:panel');
    review.act('planPublication', business, { on: '2026-11-16', reason: 'it is ready' });
    expect(review.dueOn('send-report:ofsted')).toBe('2026-11-05');
    expect(review.task('send-report:panel').state.is).toBe('done');
    expect(review.state.publication?.plannedOn).toBe('2026-11-16');
    expect(review.texts('moved', 'send-report:ofsted')[0]).toContain(
      'publication is planned for Monday 16 November 2026',
    );
  });

  test('lateness stays recorded where the day is put off afterwards', () => {
    const review = held().until('2026-12-16T09:00:00.000Z');
    review.act('planPublication', business, { on: '2027-02-01', reason: 'the inquest' });
    expect(review.texts('late', 'send-report:panel')).toHaveLength(1);
    expect(review.dueOn('send-report:panel')).toBe('2027-01-21');
    review.until('2027-01-22T09:00:00.000Z');
    expect(review.texts('late', 'send-report:panel')).toHaveLength(2);
  });

  test('published without it, the tasks stay open and are late, and the history says so', () => {
    const review = held().until('2026-11-02T09:00:00.000Z').done('send-report:panel');
    review.act('publish', business, { on: '2026-11-02', where });
    expect(review.texts('published')).toEqual([
      `The report was published on Monday 2 November 2026: ${where}. Seven working days before, ` +
        'it was not with: panel, secretary-of-state, ofsted.',
    ]);
    expect(review.openIds()).toContain('send-report:ofsted');
    expect(review.dueOn('send-report:ofsted')).toBe('2026-10-22');
    expect(review.texts('late', 'send-report:ofsted')).toHaveLength(1);
  });
});

describe('a delay or a decision not to publish', () => {
  test('beyond the six months is told to the Panel and the Secretary of State, with reasons', () => {
    const review = held();
    review.act('planPublication', business, { on: '2027-01-29', reason: 'the inquest' });
    expect(review.texts('planned')).toEqual([
      'Publication is planned for Friday 29 January 2027: the inquest. That is after the six ' +
        'months, which end on Thursday 24 December 2026.',
    ]);
    expect(review.task('tell-delay:panel')).toMatchObject({
      recipient: 'panel',
      because: 'publication is planned for Friday 29 January 2027: the inquest',
    });
    expect(review.dueOn('tell-delay:secretary-of-state')).toBe('2026-07-01');
    expect(review.dueOn('publish')).toBe('2026-12-24');
  });

  test('within them is told to nobody', () => {
    const review = held();
    review.act('planPublication', business, { on: '2026-12-24', reason: 'as agreed' });
    expect(review.openIds().filter((id) => id.startsWith('tell-delay'))).toEqual([]);
  });

  test('a second delay is told anew', () => {
    const review = held();
    review.act('planPublication', business, { on: '2027-01-29', reason: 'the inquest' });
    review.act('planPublication', business, { on: '2027-03-29', reason: 'a trial' });
    expect(review.openIds()).toContain('tell-delay:panel-2');
  });

  test('not to publish is a manager’s to record, with reasons told; the report still goes out', () => {
    const given = { reason: 'a trial would be harmed' };
    expect(held().attempt('withholdReport', business, given)).toHaveProperty('refused');
    const review = held().act('withholdReport', manager, given);
    expect(review.texts('decided').at(-1)).toBe(
      'Decided not to publish the report: a trial would be harmed.',
    );
    const because = 'the report is not published: a trial would be harmed';
    expect(review.task('publish').state).toMatchObject({ because, approvedBy: 'manager-1' });
    expect(review.task('tell-delay:secretary-of-state')).toMatchObject({ because });
    expect(review.openIds()).toEqual(expect.arrayContaining(reports));
    expect(viewReview(review.state, review.now).decision).toBe('not-published');
  });

  test('after it, the report may be published all the same', () => {
    const review = held().act('withholdReport', manager, { reason: 'a trial' });
    const plan = { on: '2026-12-01', reason: 'it is over' };
    expect(review.attempt('planPublication', business, plan)).toHaveProperty('refused');
    review.act('publish', business, { on: '2026-06-24', where });
    expect(review.state.publication).toMatchObject({ withheld: null, publishedOn: '2026-06-24' });
  });
});

describe('publishing', () => {
  const published = () =>
    held().until('2026-11-02T09:00:00.000Z').act('publish', business, { on: '2026-11-01', where });

  test('keeps where it can be seen, and ends the task on the day of publication', () => {
    const review = published();
    expect(review.task('publish').state).toMatchObject({
      evidence: { at: '2026-11-01T12:00:00.000Z', told: `published at ${where}` },
    });
    expect(viewReview(review.state, review.now)).toMatchObject({
      decision: 'published',
      publication: { publishedOn: '2026-11-01', where },
    });
  });

  test('it is checked a year later that it was public for that year', () => {
    const review = published();
    expect(review.dueOn('still-online')).toBe('2027-11-01');
    review.until('2027-11-01T10:00:00.000Z').done('still-online');
    expect(review.task('still-online').state.is).toBe('done');
  });

  test('today, before noon, is not in the future', () => {
    const review = held().act('publish', business, { on: '2026-06-24', where });
    expect(review.task('publish').state).toMatchObject({
      evidence: { at: '2026-06-24T09:00:00.000Z' },
    });
  });

  test.each([
    ['a day that has not come', '2026-06-25', 'plan the publication'],
    ['a day before the notification', '2026-06-23', 'before the Panel was notified'],
  ])('is refused %s', (_, on, why) => {
    expect(held().attempt('publish', business, { on, where })).toEqual({
      refused: expect.stringContaining(why),
    });
  });

  test('is recorded once, and no decision takes it back', () => {
    const review = published();
    expect(review.attempt('publish', business, { on: '2026-11-02', where })).toEqual({
      refused: 'The report is published already.',
    });
    const given = deciding('no-local-review', review.now);
    expect(review.attempt('decideReview', business, given)).toHaveProperty('refused');
  });
});
