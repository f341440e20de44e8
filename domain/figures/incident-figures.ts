import { addWorkingDays, endOfLondonDay, londonDateOf, type Calendar } from '../calendar';
import { isUnfinished, type Task } from '../record/task-book';
import { latestFor, type CaseState } from '../case/state';
import { rulebookOf } from '../rulebook';
import type { Strength } from '../task';
import { workingDaysLeft } from '../wording';
import { dayZeroOf } from './day-zero';
import { quarterOf } from './quarter';

/** In time and not done yet; past its date, done or not; ended: no longer owed. */
export type Outcome = 'done-in-time' | 'done-late' | 'not-done' | 'late' | 'ended' | 'withdrawn';

/** One notification: who was to be told, by when, and what came of it. Dates are London's. */
export interface NotificationFigures {
  readonly task: string;
  readonly title: string;
  readonly strength: Strength;
  /** Day 0; null: it never had a date. */
  readonly countedFrom: string | null;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  /** From day 0 to the day on which it was done; null: not done, or beyond the calendar. */
  readonly workingDays: number | null;
  readonly outcome: Outcome;
  /** True: it is still to be done and nobody has said that they have it. */
  readonly unacknowledged: boolean;
  /** True: day 0 was corrected after it was done, so `countedFrom` is not what it was done by. */
  readonly corrected: boolean;
  /** What people wrote about its date, oldest first. */
  readonly explanations: readonly string[];
}

/** One incident, counted in the quarter in which the authority became aware of it. */
export interface IncidentFigures {
  readonly reference: string;
  readonly quarter: string;
  readonly awareOn: string;
  readonly withdrawn: boolean;
  /** Every notification of our own that was owed; another authority's duties are not ours. */
  readonly notifications: readonly NotificationFigures[];
  /** Tasks of any kind that are still to be done and that nobody has acknowledged. */
  readonly unacknowledgedTasks: number;
}

export interface Moment {
  /** Instant, UTC: what is late is late at this moment. */
  readonly now: string;
  readonly calendar: Calendar;
}

export function figuresOf(state: CaseState, moment: Moment): IncidentFigures {
  const { reference, tasks } = state;
  const awareOn = londonDateOf(state.becameAwareAt);
  const counts = (task: Task) =>
    task.kind === 'notify' && latestFor(tasks, task.recipient) === task;
  return {
    reference,
    awareOn,
    quarter: quarterOf(awareOn),
    withdrawn: state.status === 'withdrawn',
    notifications: tasks.filter(counts).map((task) => notificationOf(state, task, moment)),
    unacknowledgedTasks: tasks.filter((task) => task.state.is === 'open').length,
  };
}

function notificationOf(state: CaseState, task: Task, moment: Moment): NotificationFigures {
  const { calendar } = moment;
  const start = dayZeroOf(state, task);
  const corrected = start !== (task.clock?.startsAt ?? null);
  const countedFrom = start && londonDateOf(start);
  const dueOn =
    corrected && countedFrom !== null
      ? addWorkingDays(calendar, countedFrom, rulebookOf(state.rulebook).period.workingDays).dueOn
      : (task.clock?.dueOn ?? null);
  const doneOn = task.state.is === 'done' ? londonDateOf(task.state.evidence.at) : null;
  return {
    ...{ task: task.id, title: task.title, strength: task.strength },
    ...{ countedFrom, dueOn, doneOn, corrected },
    workingDays:
      countedFrom === null || doneOn === null
        ? null
        : workingDaysLeft(calendar, countedFrom, doneOn),
    outcome: state.status === 'withdrawn' ? 'withdrawn' : outcomeOf(task, dueOn, moment.now),
    unacknowledged: task.state.is === 'open',
    explanations: task.explanations.map(({ text }) => text),
  };
}

/**
 * A correction that nobody else approved takes no lateness away: what was late by the clock it was
 * done by stays late, and what is late by the corrected one becomes so.
 */
function outcomeOf(task: Task, dueOn: string | null, now: string): Outcome {
  const dues = [task.clock?.dueAt ?? [], dueOn === null ? [] : endOfLondonDay(dueOn)].flat();
  const isAfter = (at: string) => dues.some((due) => at > due);
  const { state } = task;
  if (state.is === 'done') return isAfter(state.evidence.at) ? 'done-late' : 'done-in-time';
  if (!isUnfinished(task)) return 'ended';
  return isAfter(now) ? 'late' : 'not-done';
}
