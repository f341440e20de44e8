import type { Role } from '../../domain/authority';
import { concerns } from '../../domain/need-to-know';
import { viewCase } from '../../domain/case/view';
import { buildAuthority } from '../support/build-authority';
import { anInstant, buildIncident } from '../support/build-incident';
import { buildTaskView, buildView } from '../support/build-view';
import { DrivenCase, manager } from '../support/drive-case';

const authority = buildAuthority();
const as = (id: string, roles: readonly Role[], coverFor: readonly string[] = []) => ({
  ...{ id, roles, coverFor },
});

const view = viewCase(new DrivenCase(buildIncident(), anInstant).state, anInstant);
/** Nothing but a target of national guidance, whose ladder names officers alone. */
const ownTask = buildView({
  duties: [],
  tasks: [buildTaskView({ kind: 'confirm-none', strength: 'local' })],
});

describe('whom an incident record concerns', () => {
  test.each([
    ['a notifying officer', 'notifying-officer', true],
    ['a deputy', 'deputy', true],
    ['a manager', 'manager', true],
    ['the director', 'director', true],
    ['the Business Manager, who hears of every notification', 'business-manager', true],
    ['an auditor', 'auditor', true],
    ['the front door', 'front-door', false],
    ['data protection', 'data-protection', false],
    ['an operator', 'operator', false],
  ] as const)('%s', (_, role, isTheirs) => {
    expect(concerns(view, as('somebody-1', [role]), authority)).toBe(isTheirs);
  });

  test('nobody without a role', () => {
    expect(concerns(view, as('somebody-1', []), authority)).toBe(false);
  });

  test('an officer where no task is addressed to officers', () => {
    expect(concerns(ownTask, as('officer-9', ['notifying-officer']), authority)).toBe(false);
  });

  test('whoever owns one of its tasks, and whoever covers for them', () => {
    const owned = buildView({ duties: [buildTaskView({ owner: 'front-door-1' })] });
    expect(concerns(owned, as('front-door-1', ['front-door']), authority)).toBe(true);
    expect(concerns(owned, as('front-door-2', [], ['front-door-1']), authority)).toBe(true);
    expect(concerns(owned, as('front-door-2', ['front-door']), authority)).toBe(false);
  });

  test('a task that is handed to somebody makes the record theirs', () => {
    const driven = new DrivenCase(buildIncident(), anInstant);
    driven.act('reassign', manager, { task: 'panel', to: 'front-door-1' });
    const handed = viewCase(driven.state, anInstant);
    expect(concerns(handed, as('front-door-1', ['front-door']), authority)).toBe(true);
  });

  test('whoever recorded one of its facts, and whoever covers for them', () => {
    const [fact] = view.facts;
    if (!fact) throw new Error('No fact');
    const recorded = buildView({ duties: [], facts: [{ ...fact, by: 'front-door-1' }] });
    expect(concerns(recorded, as('front-door-1', ['front-door']), authority)).toBe(true);
    expect(concerns(recorded, as('cover-1', [], ['front-door-1']), authority)).toBe(true);
    expect(concerns(recorded, as('front-door-2', ['front-door']), authority)).toBe(false);
  });
});
