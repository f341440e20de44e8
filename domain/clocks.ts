import type { Authority, LadderStep } from './authority';
import { addWorkingDays, endOfLondonDay, londonDateOf, type Calendar } from './calendar';
import { chaseSteps, setOutLadder, workingDayAfter } from './ladder';
import { ownLadder, ownTasks, type OwnTaskKind } from './own-tasks';
import type { Clock, Strength } from './task';

interface Settings {
  /** Instant, UTC: when the tasks are opened. */
  readonly now: string;
  readonly calendar: Calendar;
  readonly ladders: Authority['ladder'];
  /** The statutory period, in working days. */
  readonly period: number;
}

/** Works out the clocks of one plan. Tasks that share a start share the work. */
export interface Clocks {
  /** A notification's clock: the period after the local date of `startsAt`, which is day 0. */
  forDuty(startsAt: string, strength: Strength): Clock;
  /** An own task's clock from now; or up to a date, when the kind has no period of its own. */
  forOwn(kind: OwnTaskKind, dueOn?: string): Clock;
}

const uncounted = { counted: [], skipped: [] } as const;

export function clocksOf({ now, calendar, ladders, period }: Settings): Clocks {
  const made = new Map<string, Clock>();
  const count = (startsAt: string, workingDays: number, steps: readonly LadderStep[]): Clock => {
    const working = addWorkingDays(calendar, londonDateOf(startsAt), workingDays);
    return clockUntil({ startsAt, steps, ...working });
  };
  const clockUntil = (span: ClockSpan): Clock => clockOver(span, now, calendar);
  return {
    forDuty(startsAt, strength) {
      const steps = strength === 'must' ? ladders.must : ladders.should;
      const key = `${startsAt} ${steps === ladders.must}`;
      const clock = made.get(key) ?? count(startsAt, period, steps);
      made.set(key, clock);
      return clock;
    },
    forOwn(kind, dueOn) {
      const steps = ownLadder(kind);
      const { workingDays } = ownTasks[kind];
      if (dueOn !== undefined) {
        return clockUntil({ startsAt: now, steps, dueOn, ...uncounted });
      }
      if (workingDays === null) throw new Error(`A ${kind} task needs a date`);
      const { on, onWeekdays } = workingDayAfter(londonDateOf(now), workingDays, calendar);
      if (onWeekdays) return clockUntil({ startsAt: now, steps, dueOn: on, ...uncounted });
      return count(now, workingDays, steps);
    },
  };
}

/** A clock up to the end of its due date, with the ladder of a task that is opened at `now`. */
export function clockOver(span: ClockSpan, now: string, calendar: Calendar): Clock {
  const { startsAt, steps, dueOn, counted, skipped } = span;
  const dueAt = endOfLondonDay(dueOn);
  const ladder = setOutLadder(steps, { openedAt: now, dueOn, dueAt }, calendar);
  return { startsAt, dueOn, dueAt, counted, skipped, ladder, chases: chaseSteps(steps) };
}

interface ClockSpan extends Pick<Clock, 'startsAt' | 'dueOn' | 'counted' | 'skipped'> {
  readonly steps: readonly LadderStep[];
}
