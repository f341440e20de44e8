import { aboutCase } from './case/about';
import type { About } from './record/about';
import { isUnfinished, type TaskBook } from './record/task-book';
import { summariseTask, type TaskSummary } from './record/task-summary';
import type { AnyState } from './records';
import { aboutReferral } from './referral/summary';
import { aboutReview } from './review/summary';

/** Where a record stands after an entry: what lists, tasks and dashboards are made of. */
export interface Summary extends About, Pick<TaskBook, 'kind' | 'status' | 'rulebook'> {
  /** The earliest due instant of the tasks that are not finished; null: none has a date. */
  readonly nextDueAt: string | null;
  readonly tasks: readonly TaskSummary[];
}

/** What people wrote stays out. */
export function summarise(state: AnyState): Summary {
  const { kind, status, rulebook, tasks } = state;
  const dues = tasks.filter(isUnfinished).flatMap(({ clock }) => clock?.dueAt ?? []);
  return {
    ...{ kind, status, rulebook },
    ...about(state),
    nextDueAt: dues.reduce<string | null>((next, at) => (next && next < at ? next : at), null),
    tasks: tasks.map(summariseTask),
  };
}

function about(state: AnyState): About {
  switch (state.kind) {
    case 'incident':
      return aboutCase(state);
    case 'referral':
      return aboutReferral(state);
    case 'review':
      return aboutReview(state);
    default:
      return state satisfies never;
  }
}
