import { assessIncident } from '../../support/assess-incident';
import { buildChild, buildIncident, inChild } from '../../support/build-incident';

const tasksOf = (report: unknown, now?: string) =>
  assessIncident(report, now).tasks.map(({ task, kind, dueOn }) => ({ task, kind, dueOn }));

describe('tasks of the authority’s own (our decisions)', () => {
  test('no criterion met: a manager confirms within one working day', () => {
    expect(tasksOf(inChild({ abuseOrNeglect: 'not-suspected' }))).toEqual([
      { task: 'confirm-none', kind: 'confirm-none', dueOn: '2026-12-23' },
    ]);
  });

  test('on Christmas Eve that day is the 29th', () => {
    const report = inChild({ abuseOrNeglect: 'not-suspected' });
    expect(tasksOf(report, '2026-12-24T16:00:00.000Z')[0]?.dueOn).toBe('2026-12-29');
  });

  test('not yet known: a decision for each such child, due when the duty would have been', () => {
    const unknown = { abuseOrNeglect: 'not-yet-known' };
    const children = [
      buildChild(unknown),
      buildChild({ ref: 'B', abuseOrNeglect: 'not-suspected' }),
      buildChild({ ref: 'C', ...unknown }),
    ];
    expect(tasksOf(buildIncident({ children }))).toEqual([
      { task: 'decide-1', kind: 'decide', dueOn: '2026-12-31' },
      { task: 'decide-3', kind: 'decide', dueOn: '2026-12-31' },
    ]);
  });

  test('a decision names its criteria and each missing fact once', () => {
    const report = inChild({
      harm: 'not-yet-known',
      abuseOrNeglect: 'not-yet-known',
      lookedAfter: 'yes',
    });
    expect(assessIncident(report).tasks[0]).toMatchObject({
      because: 'not yet known: what happened to the child; whether abuse or neglect is suspected',
      criteria: [
        'death-with-abuse-or-neglect',
        'serious-harm-with-abuse-or-neglect',
        'looked-after-child-death',
      ],
    });
  });

  test('one criterion met and another open: the duties and the decision both stand', () => {
    const assessed = assessIncident(inChild({ lookedAfter: 'not-yet-known' }));
    expect(assessed.decision).toBe('notify');
    expect(assessed.duties.length).toBeGreaterThan(0);
    expect(assessed.tasks.map(({ kind }) => kind)).toEqual(['decide']);
  });

  test('a claimed later start: a manager confirms within one working day', () => {
    const report = inChild({ knownAt: { abuseOrNeglect: '2026-12-23T09:00:00Z' } });
    expect(tasksOf(report, '2026-12-23T10:00:00.000Z')).toEqual([
      { task: 'confirm-clock', kind: 'confirm-clock', dueOn: '2026-12-24' },
    ]);
  });

  test('a later moment on the same London day claims nothing', () => {
    const report = inChild({ knownAt: { abuseOrNeglect: '2026-12-22T17:45:00Z' } });
    expect(tasksOf(report)).toEqual([]);
  });

  test('notifications that are plain call for nothing beside them', () => {
    expect(tasksOf(buildIncident())).toEqual([]);
  });

  test('their ladder goes to the manager, and above when it is missed', () => {
    const [task] = assessIncident(inChild({ abuseOrNeglect: 'not-suspected' })).tasks;
    expect(task?.ladder.slice(0, 4).map(({ at, kind, to }) => [at.slice(0, 16), kind, to])).toEqual(
      [
        ['2026-12-22T18:00', 'task', ['manager']],
        ['2026-12-23T09:00', 'reminder', ['manager']],
        ['2026-12-23T23:59', 'late', ['manager', 'director']],
        ['2027-01-04T09:00', 'chase', ['manager', 'director']],
      ],
    );
  });
});
