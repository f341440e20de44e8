import { shownRung } from '../ladder';
import type { Task } from './task-book';
import { summariseTask, type TaskSummary } from './task-summary';

/** How a task stands at a moment; `late` also stands for a missed target, as `strength` tells. */
export type Standing = 'open' | 'acknowledged' | 'late' | 'done' | 'done-late' | 'cancelled';

/** Derived from the clock and the time of asking, so it is right with every worker stopped. */
export function standingOf(
  { state, dueAt, doneAt }: Pick<TaskSummary, 'state' | 'dueAt' | 'doneAt'>,
  now: string,
): Standing {
  switch (state) {
    case 'done':
      return dueAt !== null && doneAt !== null && doneAt > dueAt ? 'done-late' : 'done';
    case 'cancelled':
      return 'cancelled';
    default:
      return dueAt !== null && now > dueAt ? 'late' : state;
  }
}

export type TaskView = ReturnType<typeof viewTask>;
/** One task as `show` prints it. */
export function viewTask(task: Task, now: string) {
  const { id, clock, laterClock, strictClock, state, kind, title, because, criteria } = task;
  const effective = laterClock ?? clock;
  return {
    task: id,
    title,
    because,
    criteria,
    child: task.child,
    strength: task.strength,
    kind,
    heldBy: task.heldBy,
    state: standingOf(summariseTask(task), now),
    acknowledged: state.is === 'acknowledged' ? { by: state.by, at: state.at } : null,
    evidence: state.is === 'done' ? state.evidence : null,
    ended:
      state.is === 'cancelled'
        ? { at: state.at, because: state.because, approvedBy: state.approvedBy }
        : null,
    owner: task.owner,
    openedAt: task.openedAt,
    clockStartsAt: effective?.startsAt ?? null,
    dueOn: effective?.dueOn ?? null,
    dueAt: effective?.dueAt ?? null,
    strictDueOn: (strictClock ?? clock)?.dueOn ?? null,
    strictDueAt: (strictClock ?? clock)?.dueAt ?? null,
    /** The date that the ladder follows now: the earlier one while a later start is only claimed. */
    inForceDueAt: clock?.dueAt ?? null,
    counted: effective?.counted ?? [],
    skipped: effective?.skipped ?? [],
    ladder: (clock?.ladder ?? []).map(shownRung),
    notReached: task.notReached,
    explanations: task.explanations,
  };
}

/** The day by which it must be done: the earlier one while a later start is only claimed. */
export const dueOnInForce = ({
  dueOn,
  dueAt,
  strictDueOn,
  inForceDueAt,
}: Pick<TaskView, 'dueOn' | 'dueAt' | 'strictDueOn' | 'inForceDueAt'>): string | null =>
  inForceDueAt === dueAt ? dueOn : strictDueOn;
