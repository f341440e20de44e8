import { openRecords } from '../../client/open-records';
import type { CaseSummary, ListedTask, ListQuery } from '../../client/answers';

/** What `list` asks without any option. */
export const buildListQuery = (changed: Partial<ListQuery> = {}): ListQuery => ({
  ...openRecords,
  ...changed,
});

export const buildListedTask = (changed: Partial<ListedTask> = {}): ListedTask => ({
  task: 'panel',
  title: 'Notify the national Panel',
  kind: 'notify',
  strength: 'must',
  recipient: 'panel',
  criteria: ['death-with-abuse-or-neglect'],
  state: 'open',
  dueOn: '2026-12-31',
  dueAt: '2026-12-31T23:59:59.999Z',
  owner: null,
  workingDaysLeft: 5,
  ...changed,
});

export const buildListed = (...tasks: ListedTask[]): CaseSummary => ({
  kind: 'incident',
  reference: 'SI-2026-7K3F',
  status: 'open',
  decision: 'notify',
  becameAwareAt: '2026-12-22T17:30:00.000Z',
  tasks,
});
