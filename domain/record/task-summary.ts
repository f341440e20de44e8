import type { CriterionId } from '../rulebook';
import type { Recipient, Strength, TaskKind } from '../task';
import type { Task, TaskState } from './task-book';

/** A task as lists need it. Lateness is not here: it follows from `dueAt` and the time of asking. */
export interface TaskSummary {
  readonly task: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly recipient: Recipient | null;
  readonly child: string | null;
  readonly criteria: readonly CriterionId[];
  readonly strength: Strength;
  readonly heldBy: string | null;
  readonly owner: string | null;
  readonly state: TaskState['is'];
  readonly openedAt: string;
  /** By the clock in force; null: no date. */
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  /** When it was done, as the evidence says; null unless done. */
  readonly doneAt: string | null;
}

export function summariseTask(task: Task): TaskSummary {
  const { id, kind, title, recipient, child, criteria, strength, clock, state } = task;
  return {
    ...{ task: id, kind, title, recipient, child, criteria, strength },
    heldBy: task.heldBy,
    owner: task.owner,
    state: state.is,
    openedAt: task.openedAt,
    dueOn: clock?.dueOn ?? null,
    dueAt: clock?.dueAt ?? null,
    doneAt: state.is === 'done' ? state.evidence.at : null,
  };
}
