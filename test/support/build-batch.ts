import type { Mailing, NoticeBatch, TaskInNotice } from '../../domain/notice';

/** The Panel task of the incident of Tuesday 22 December 2026, due on the 31st. */
export const buildTaskInNotice = (overrides: Partial<TaskInNotice> = {}): TaskInNotice => ({
  id: 'panel',
  kind: 'notify',
  strength: 'must',
  heldBy: 'E06000005',
  dueOn: '2026-12-31',
  dueAt: '2026-12-31T23:59:59.999Z',
  ...overrides,
});

/** One task message to the notifying officers on Wednesday 23 December 2026. */
export const buildBatch = (overrides: Partial<NoticeBatch> = {}): NoticeBatch => ({
  id: 'SI-2026-7K3F/12',
  reference: 'SI-2026-7K3F',
  at: '2026-12-23T09:00:00.000Z',
  notices: [{ kind: 'task', task: buildTaskInNotice(), to: ['notifying-officer'] }],
  ...overrides,
});

/** That batch on its way for the first time. */
export const buildMailing = (overrides: Partial<Mailing> = {}): Mailing => ({
  ...buildBatch(overrides),
  deliveries: [],
  interrupted: false,
  ...overrides,
});
