import type { Decision } from '../assess';
import { likenessOf, type Likeness } from './likeness';
import { isUnfinished } from '../record/task-book';
import { summariseTask, type TaskSummary } from '../record/task-summary';
import type { CaseState } from './state';

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
