import { statusOf } from '../../../../web/record/status';
import { buildTaskView, buildView } from '../../../support/build-view';
import { buildVisit } from '../../../support/build-visit';

const sentence = (view: Parameters<typeof buildView>[0]) =>
  statusOf(buildVisit({ record: buildView(view) })).sentence;

const early = buildTaskView({
  ...{ title: 'Notify the national Panel', inForceDueAt: '2026-12-30T23:59:59.999Z' },
  ...{ dueOn: '2026-12-30', dueAt: '2026-12-30T23:59:59.999Z', strictDueOn: '2026-12-30' },
});

describe('where a record stands', () => {
  test('says what is left, and what comes first', () => {
    expect(sentence({ duties: [buildTaskView(), early] })).toBe(
      '2 tasks left. Next: Notify the national Panel, due Wednesday 30 December 2026, 1 working day left; aim for 17:00 that day.',
    );
  });

  test('says what is late, and what missed its target', () => {
    const late = buildTaskView({ state: 'late' });
    const missed = buildTaskView({ state: 'late', strength: 'local' });
    expect(sentence({ duties: [late, late, missed] })).toMatch(
      /^3 tasks left, 2 late, 1 with the target missed\./,
    );
  });

  test('what has no date comes last', () => {
    const undated = buildTaskView({
      ...{ title: 'Mend an address', dueOn: null, dueAt: null, inForceDueAt: null },
    });
    expect(sentence({ duties: [undated, early] })).toContain('Next: Notify the national Panel');
    expect(sentence({ duties: [undated] })).toBe('1 task left. Next: Mend an address.');
  });

  test.each([
    ['closed', 'Every task has ended.'],
    ['withdrawn', 'It was withdrawn, and nothing is left to do.'],
  ] as const)('%s', (status, words) => {
    expect(sentence({ status, duties: [buildTaskView({ state: 'done' })] })).toBe(words);
  });
});
