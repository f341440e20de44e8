import type { Dates, DatesRequest, DatesWanted } from '../dates';
import type { OwnTaskKind } from '../own-tasks';
import { isUnfinished, type Task, type TaskBook } from './task-book';
import { moveClock } from './tasks';
import { change, taskOf, type AnyTurn } from './turn';

/** What must be worked out to see whether the calendar moves a date; null where none can move. */
export function redateRequest({ tasks }: TaskBook, now: string): DatesRequest | null {
  const wanted = tasks.flatMap((task) => {
    const dates = isUnfinished(task) && wantedAgain(task);
    return dates ? [[task.id, dates] as const] : [];
  });
  return wanted.length > 0 ? { now, tasks: Object.fromEntries(wanted) } : null;
}

function wantedAgain({ kind, clock, due }: Task): DatesWanted | null {
  return clock && due ? { kind: kind as OwnTaskKind, startsAt: clock.startsAt, due } : null;
}

/** Moves dates, and nothing else, to where the calendar puts them. */
export function followDates(turn: AnyTurn, { calendar, tasks }: Dates): void {
  const why = `the calendar of bank holidays ${calendar} replaced ${turn.state.calendar}`;
  change(turn, { calendar });
  for (const [id, { clock }] of Object.entries(tasks)) {
    if (!isUnfinished(taskOf(turn, id))) continue;
    moveClock(turn, id, { clock, why });
  }
}
