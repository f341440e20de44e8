import { londonDateOf, type Calendar } from '../calendar';
import type { CaseView } from '../case/view';
import { workingDayAfter } from '../ladder';
import { dueOnInForce } from '../record/task-view';
import { tasksOf } from '../records';

/**
 * London date by which each partner’s view is wanted: one working day after the record was opened, a
 * target of some areas. Nothing happens when it passes.
 */
export function viewsWantedOn(view: CaseView, calendar: Calendar): string {
  const [openedAt = view.becameAwareAt] = tasksOf(view)
    .map((task) => task.openedAt)
    .toSorted();
  return workingDayAfter(londonDateOf(openedAt), 1, calendar).on;
}

/** A working day before the first notification that is required is due; null: none is to be made. */
export function signOffWantedOn({ duties }: CaseView, calendar: Calendar): string | null {
  const [first = null] = duties
    .filter(({ strength, evidence, ended }) => strength === 'must' && !evidence && !ended)
    .flatMap((task) => dueOnInForce(task) ?? [])
    .toSorted();
  return first === null ? null : workingDayAfter(first, -1, calendar).on;
}
