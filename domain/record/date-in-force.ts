import type { Calendar } from '../calendar';
import { dueWords } from '../due-words';
import type { SkippedDay } from '../task';
import { shortDate } from '../when';
import { dateInWords } from '../wording';
import type { TaskView } from './task-view';

interface DueDates {
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  readonly strictDueOn: string | null;
  /** Absent: a later start is only claimed. */
  readonly inForceDueAt?: string | null;
}

/** The date that holds, and in words the other one, where a later start is or was claimed. */
export interface DateInForce {
  readonly on: string;
  /** True where the later date waits for a manager's confirmation. */
  readonly isClaimed: boolean;
  readonly beside: string | null;
}

/** Null: it has no date. */
export function dateInForce(dates: DueDates): DateInForce | null {
  const { dueOn: on, dueAt, strictDueOn, inForceDueAt } = dates;
  if (on === null) return null;
  if (strictDueOn === null || strictDueOn === on) return { on, isClaimed: false, beside: null };
  if (inForceDueAt === dueAt) {
    const beside = `counted from awareness it was ${dateInWords(strictDueOn)}`;
    return { on, isClaimed: false, beside };
  }
  const beside = `or by the end of ${dateInWords(on)}, once a manager has confirmed the later start`;
  return { on: strictDueOn, isClaimed: true, beside };
}

/** When an unfinished task is due, by the date in force, and how it stands to that. Null: it has no date. */
export function taskDueWords(task: TaskView, calendar: Calendar, now: string): string | null {
  const date = dateInForce(task);
  if (!date) return null;
  const due = { dueOn: date.on, dueAt: task.inForceDueAt, strength: task.strength };
  const words = dueWords(calendar, due, now);
  return date.isClaimed && words !== null ? `${words} (counted from awareness)` : words;
}

/** `Fri 25 Dec (Christmas Day)`; a Saturday says so itself. */
export const skippedWords = ({ on, why }: SkippedDay): string =>
  shortDate(on).startsWith(why.slice(0, 3)) ? shortDate(on) : `${shortDate(on)} (${why})`;
