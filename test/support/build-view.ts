import type { Entry } from '../../domain/record/entry';
import type { CaseView } from '../../domain/case/view';
import type { TaskView } from '../../domain/record/task-view';

/** An open notification, due on 31 December 2026. */
export const buildTaskView = (overrides: Partial<TaskView> = {}): TaskView => ({
  task: 'ofsted',
  title: 'Notify Ofsted',
  because: 'this authority is responsible for the child',
  criteria: ['looked-after-child-death'],
  child: null,
  strength: 'must',
  kind: 'notify',
  heldBy: 'E06000005',
  state: 'open',
  acknowledged: null,
  evidence: null,
  ended: null,
  owner: null,
  openedAt: '2026-12-22T18:00:00.000Z',
  clockStartsAt: '2026-12-22T17:30:00.000Z',
  dueOn: '2026-12-31',
  dueAt: '2026-12-31T23:59:59.999Z',
  strictDueOn: '2026-12-31',
  strictDueAt: '2026-12-31T23:59:59.999Z',
  inForceDueAt: '2026-12-31T23:59:59.999Z',
  counted: ['2026-12-23', '2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'],
  skipped: [{ on: '2026-12-25', why: 'Christmas Day' }],
  ladder: [{ at: '2026-12-31T23:59:59.999Z', kind: 'late', to: ['manager'] }],
  notReached: [],
  explanations: [],
  ...overrides,
});

/** An open record with one task left. */
export const buildView = (overrides: Partial<CaseView> = {}): CaseView => ({
  kind: 'incident',
  reference: 'SI-2026-7K3F',
  status: 'open',
  rulebook: 'england-2023',
  calendar: 'england-and-wales-2023-2028.1',
  becameAwareAt: '2026-12-22T17:30:00.000Z',
  linked: [],
  earliestAwareAt: '2026-12-22T17:30:00.000Z',
  decision: 'notify',
  children: [],
  facts: [],
  changedAnswers: [],
  review: null,
  around: { views: [], signOff: null, alongside: [] },
  duties: [buildTaskView()],
  tasks: [],
  proposals: [],
  ...overrides,
});

export const buildEntry = (overrides: Partial<Entry> = {}): Entry => ({
  number: 1,
  at: '2026-12-22T18:00:00.000Z',
  recordedAt: '2026-12-22T18:00:00.000Z',
  by: 'officer-1',
  kind: 'acknowledged',
  text: 'officer-1 has got this: panel.',
  rule: null,
  tasks: ['panel'],
  ...overrides,
});
