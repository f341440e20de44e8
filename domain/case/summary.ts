import type { Decision } from '../assess';
import type { CriterionId } from '../rulebook';
import type { Recipient, Strength, TaskKind } from '../task';
import { likenessOf, type Likeness } from './likeness';
import { isUnfinished, type CaseState, type Task, type TaskState } from './state';

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

/** Where an incident stands after an entry: what lists, tasks and dashboards are made of. */
export interface Summary extends Likeness {
  readonly status: CaseState['status'];
  readonly decision: Decision;
  readonly rulebook: string;
  readonly becameAwareAt: string;
  /** The earliest due instant of the tasks that are not finished; null: none has a date. */
  readonly nextDueAt: string | null;
  readonly tasks: readonly TaskSummary[];
}

/** The report's text stays out. */
export function summarise(state: CaseState): Summary {
  const { status, decision, rulebook, becameAwareAt, report } = state;
  const dues = state.tasks.filter(isUnfinished).flatMap(({ clock }) => clock?.dueAt ?? []);
  return {
    status,
    decision,
    rulebook,
    becameAwareAt,
    ...likenessOf(report),
    nextDueAt: dues.reduce<string | null>((next, at) => (next && next < at ? next : at), null),
    tasks: state.tasks.map(summariseTask),
  };
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
