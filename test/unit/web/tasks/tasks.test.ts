import { ownTasks } from '../../../../domain/own-tasks';
import { recordKinds } from '../../../../domain/record/kinds';
import { roles } from '../../../../domain/roles';
import type { TaskKind } from '../../../../domain/task';
import { access } from '../../../../web/access';
import { actionsFor } from '../../../../web/actions/table';
import { rowsOf } from '../../../../web/tasks/tasks';
import { waysToEnd } from '../../../../web/tasks/ways';
import { buildListed, buildListedTask } from '../../../support/build-list';
import { buildVisit } from '../../../support/build-visit';

const everybody = { roles: [...roles] };
const kinds = ['notify', 'confirm-other', ...Object.keys(ownTasks)] as TaskKind[];
const recordKindNames = Object.keys(recordKinds) as (keyof typeof recordKinds)[];

describe('the way to end a task', () => {
  test.each(recordKindNames)('leads to a page or an action that there is, of a %s', (kind) => {
    const at = '/records/REF';
    const actions = actionsFor({ record: { kind }, person: everybody } as never);
    const names = actions.map(({ name }): string => name);
    const isThere = (path: string) =>
      path.startsWith('/act/')
        ? names.includes(path.slice('/act/'.length))
        : `GET /records/:ref${path}` in access;
    const ways = kinds.flatMap((taskKind) =>
      waysToEnd({ task: 'a-task', kind: taskKind }, { kind, reference: 'REF' }, everybody),
    );
    const paths = ways.map(({ href }) => href.replace(at, '').replace(/\?.*/, ''));
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });
});

const rows = (role: (typeof roles)[number], ...tasks: Parameters<typeof buildListedTask>[0][]) =>
  rowsOf([buildListed(...tasks.map(buildListedTask))], buildVisit({ roles: [role] }));

describe('the rows of “Your tasks”', () => {
  test('put first what is due first, and last what has no date', () => {
    const late = { task: 'late', dueAt: '2026-12-24T23:59:59.999Z' };
    const undated = { task: 'undated', dueOn: null, dueAt: null };
    const ids = rows('deputy', undated, {}, late).map(({ id }) => id);
    expect(ids).toEqual(['late', 'panel', 'undated']);
  });

  test.each([
    [{ state: 'open', owner: null }, true],
    [{ state: 'open', owner: 'officer-1' }, true],
    [{ state: 'late', owner: null }, true],
    [{ state: 'late', owner: 'officer-2' }, true],
    [{ state: 'late', owner: 'officer-1' }, false],
    [{ state: 'acknowledged', owner: 'officer-1' }, false],
  ] as const)('%j: “I have got this” is offered: %s', (task, isOffered) => {
    expect(rows('notifying-officer', task).map(({ mayAcknowledge }) => mayAcknowledge)).toEqual([
      isOffered,
    ]);
  });

  test.each([
    ['notifying-officer', ['Add what became known']],
    ['manager', ['Set when to look again', 'Add what became known', 'Propose not to notify']],
    ['auditor', []],
  ] as const)('offer a %s only ways to decide that are theirs', (role, texts) => {
    const [row] = rows(role, { task: 'decide-A', kind: 'decide' });
    expect(row?.ways.map(({ text }) => text)).toEqual(texts);
  });
});
