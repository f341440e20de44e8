import { londonDateOf, type Calendar } from '../calendar';
import type { SkippedDay } from '../task';
import { shortDate } from '../when';
import { dateInWords, standing } from '../wording';
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

/**
 * When an unfinished task is due and how it stands to that at an instant: `due by the end of Thursday
 * 31 December 2026, 2 working days left; aim for 17:00 that day`, `late by 1 working day: it was due
 * by …`. Null: it has no date.
 */
export function dueWords(task: TaskView, calendar: Calendar, now: string): string | null {
  const date = dateInForce(task);
  if (!date) return null;
  const { on, isClaimed } = date;
  const due = { dueOn: on, dueAt: task.inForceDueAt, strength: task.strength };
  const stands = standing(calendar, due, { at: now, on: londonDateOf(now) });
  const by = `due by the end of ${dateInWords(on)}${isClaimed ? ', counted from awareness' : ''}`;
  if (task.state === 'late') return `${stands ?? 'late'}: it was ${by}`;
  if (stands === 'due today') return `due today, by the end of ${dateInWords(on)}; aim for 17:00`;
  return `${[by, stands ?? []].flat().join(', ')}; aim for 17:00 that day`;
}

/** `Fri 25 Dec (Christmas Day)`; a Saturday says so itself. */
export const skippedWords = ({ on, why }: SkippedDay): string =>
  shortDate(on).startsWith(why.slice(0, 3)) ? shortDate(on) : `${shortDate(on)} (${why})`;
