import type { Entry } from '../../domain/record/entry';
import type { Summary } from '../../domain/summary';
import type { TaskSummary } from '../../domain/record/task-summary';

/** The entries of one case from a number on, a day each. */
export function buildEntries(count: number, from = 1): Entry[] {
  return Array.from({ length: count }, (_, index): Entry => {
    const number = from + index;
    const at = new Date(Date.UTC(2026, 10, number, 9)).toISOString();
    const rest = { kind: 'explained', text: `Line ${number}`, rule: null, tasks: [] } as const;
    return { number, at, recordedAt: at, by: 'officer-1', ...rest };
  });
}

export function buildTask(changed: Partial<TaskSummary> = {}): TaskSummary {
  return {
    task: 'panel',
    kind: 'notify',
    title: 'Notify the national Panel',
    recipient: 'panel',
    child: null,
    criteria: ['death-with-abuse-or-neglect'],
    strength: 'must',
    heldBy: 'E06000005',
    owner: null,
    state: 'open',
    openedAt: '2026-11-02T09:00:00.000Z',
    dueOn: '2026-11-09',
    dueAt: '2026-11-09T23:59:59.999Z',
    doneAt: null,
    ...changed,
  };
}

/** Where an incident stands, as an append hands it over. */
export const buildStand = (...given: Parameters<typeof buildSummary>) => ({
  summary: buildSummary(...given),
});

function buildSummary(
  tasks: readonly TaskSummary[] = [buildTask()],
  changed: Partial<Summary> = {},
): Summary {
  const dues = tasks
    .filter(({ state }) => state === 'open' || state === 'acknowledged')
    .flatMap(({ dueAt }) => dueAt ?? [])
    .sort();
  return {
    kind: 'incident',
    status: 'open',
    decision: 'notify',
    rulebook: 'england-2023',
    becameAwareAt: '2026-11-02T09:00:00.000Z',
    localCaseIds: [],
    occurredOn: '2026-11-01',
    place: 'in-area',
    area: null,
    nextDueAt: dues[0] ?? null,
    tasks,
    ...changed,
  };
}
