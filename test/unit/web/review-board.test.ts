import { reviewTasks } from '../../../domain/review/tasks';
import { viewReview } from '../../../domain/review/view';
import { shownReview } from '../../../web/reviews/review';
import { stages } from '../../../web/reviews/stages';
import { buildVisit } from '../../support/build-visit';
import { business, deciding, DrivenReview } from '../../support/drive-review';

const notifiedAt = '2026-06-03T09:00:00.000Z';

const look = ({ state, now }: DrivenReview) => {
  const record = viewReview(state, now);
  return shownReview(buildVisit({ record, now, roles: ['business-manager'] }), record);
};

describe('the board of a review', () => {
  test('has one stage for every kind of task', () => {
    const kinds = stages.flatMap((stage): readonly string[] => stage.kinds);
    expect(kinds.toSorted()).toEqual(Object.keys(reviewTasks).toSorted());
  });

  test('shows the days of the fifteen by their dates', () => {
    expect(look(new DrivenReview(notifiedAt)).days.map(({ day, on }) => [day, on])).toEqual([
      [1, 'Thursday 4 June 2026'],
      [10, 'Wednesday 17 June 2026'],
      [12, 'Friday 19 June 2026'],
      [15, 'Wednesday 24 June 2026'],
    ]);
  });

  test('goes by stage: a rapid review first, the local review once it is held', () => {
    const driven = new DrivenReview(notifiedAt);
    const rapid = ['Take it up', 'Agencies’ summaries', 'Panel meeting', 'Sign-off and decision'];
    expect(look(driven).stages.map(({ title }) => title)).toEqual(rapid);
    driven.act('decideReview', business, deciding('local-review', notifiedAt));
    expect(look(driven).stages.map(({ title }) => title)).toEqual([
      ...rapid,
      ...['Commissioning the local review', 'Oversight', 'Publication'],
    ]);
  });

  test('shows no task twice, and leaves none out: an approval stands besides', () => {
    const driven = new DrivenReview(notifiedAt).act('endReview', business, { reason: 'outside' });
    const shown = look(driven);
    const ids = shown.stages.flatMap(({ tasks }) => tasks.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(driven.state.tasks.map(({ id }) => id).toSorted());
    expect(shown.stages.at(-1)?.title).toBe('Besides');
    expect(shown.proposals).toHaveLength(1);
  });

  test('shows each partner, and what it last said', () => {
    const driven = new DrivenReview(notifiedAt)
      .act('signOff', business, { partner: 'police', view: 'agrees', reason: 'complete' })
      .act('signOff', business, { partner: 'police', view: 'dissents', reason: 'one gap' });
    expect(look(driven).signOffs).toMatchObject([
      { name: 'Council', view: null },
      { name: 'Health Board', view: null },
      { name: 'Police', view: 'It dissents', reason: 'one gap' },
    ]);
  });

  test('shows a decision with an answer to each factor, and the report’s dates from it', () => {
    const decidedAt = '2026-06-24T09:00:00.000Z';
    const driven = new DrivenReview(notifiedAt, decidedAt);
    driven.act('decideReview', business, deciding('local-review', decidedAt, 'the police'));
    const { decisions, publication } = look(driven);
    expect(decisions[0]).toMatchObject({
      title: 'A local child safeguarding practice review is held',
      dissent: 'the police',
    });
    expect(decisions[0]?.factors.map(({ answer }) => answer)).toEqual(['Yes', 'No', 'No', 'No']);
    expect(publication?.map(({ text }) => text)).toEqual([
      'Thursday 24 December 2026',
      'Thursday 24 December 2026',
      'by Tuesday 15 December 2026, seven working days before',
    ]);
  });

  test('shows no dates of a report before a local review is held', () => {
    expect(look(new DrivenReview(notifiedAt)).publication).toBeNull();
  });
});
