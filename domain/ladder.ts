import type { LadderStep } from './authority';
import {
  addWeekdays,
  addWorkingDays,
  londonDateOf,
  londonInstant,
  OutsideCalendar,
  subtractWorkingDays,
  weekdaysBetween,
  workingDaysBetween,
  type Calendar,
} from './calendar';
import type { ChaseStep, Rung } from './task';

interface Span {
  /** Instant, UTC: when the task is opened; rungs already past then do not fire. */
  readonly openedAt: string;
  readonly dueOn: string;
  readonly dueAt: string;
}

/** Chases are worked out this many working days at a time, since a late task has no last day. */
export const chaseDaysAhead = 5;

/** Every rung of a ladder with its moment, oldest first. A task opened late is late at once. */
export function setOutLadder(steps: readonly LadderStep[], span: Span, calendar: Calendar): Rung[] {
  const start = span.dueAt > span.openedAt ? span.dueAt : span.openedAt;
  return steps
    .flatMap((step, index) => rungOf(step, { index, span, calendar }) ?? [])
    .concat(setOutChases(chaseSteps(steps), { after: start, dueAt: span.dueAt }, calendar))
    .sort((one, other) => one.at.localeCompare(other.at));
}

/** The chasing steps of a ladder: kept with a task, so that they can go on for ever. */
export function chaseSteps(steps: readonly LadderStep[]): ChaseStep[] {
  return steps.flatMap((step) =>
    step.when === 'after'
      ? [{ everyWorkingDays: step.everyWorkingDays, at: step.at, to: step.to }]
      : [],
  );
}

/**
 * The next days' chases after a moment, counted in working days since the due date. Beyond the
 * calendar's years they fall on weekdays and say so (`onWeekdays`), so that none is ever lost.
 */
export function setOutChases(
  steps: readonly ChaseStep[],
  { after, dueAt }: { readonly after: string; readonly dueAt: string },
  calendar: Calendar,
): Rung[] {
  if (steps.length === 0) return [];
  const dueOn = londonDateOf(dueAt);
  const from = londonDateOf(after < dueAt ? dueAt : after);
  const since = daysLate(dueOn, from, calendar);
  const last = Math.max(chaseDaysAhead, ...steps.map((step) => step.everyWorkingDays));
  return Array.from({ length: last }, (_, index) => index + 1).flatMap((ahead) => {
    const { on, onWeekdays } = workingDayAfter(from, ahead, calendar);
    const day = since + ahead;
    return steps
      .filter((step) => day % step.everyWorkingDays === 0)
      .map((step) => ({
        key: `chase/${on}/${step.everyWorkingDays}`,
        at: londonInstant(on, step.at),
        kind: 'chase' as const,
        to: step.to,
        ...(onWeekdays && { onWeekdays: true as const }),
      }))
      .filter(({ at }) => at > after);
  });
}

interface Place {
  readonly index: number;
  readonly span: Span;
  readonly calendar: Calendar;
}

function rungOf(step: LadderStep, { index, span, calendar }: Place): Rung | null {
  const { kind, to } = step;
  switch (step.when) {
    case 'start':
      return { key: `${kind}/start/${index}`, at: span.openedAt, kind, to };
    case 'unacknowledged': {
      const from = londonDateOf(span.openedAt);
      const { on } = workingDayAfter(from, step.workingDays, calendar);
      const at = londonInstant(on, step.at);
      return { key: `${kind}/unacknowledged/${index}`, at, kind, to, unlessAcknowledged: true };
    }
    case 'before': {
      const on = subtractWorkingDays(calendar, span.dueOn, step.workingDaysLeft);
      const at = londonInstant(on, step.at);
      return at < span.openedAt ? null : { key: `${kind}/${span.dueOn}/${index}`, at, kind, to };
    }
    case 'due': {
      const at = span.dueAt < span.openedAt ? span.openedAt : span.dueAt;
      return { key: `${kind}/${span.dueOn}/${index}`, at, kind, to };
    }
    case 'after':
      return null;
    default:
      return step satisfies never;
  }
}

/** Beyond the calendar's years it falls on weekdays, uncounted: a record is never stuck. */
export function workingDayAfter(from: string, days: number, calendar: Calendar) {
  try {
    return { on: addWorkingDays(calendar, from, days).dueOn, onWeekdays: false };
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return { on: addWeekdays(from, days), onWeekdays: true };
  }
}

function daysLate(dueOn: string, on: string, calendar: Calendar): number {
  try {
    return workingDaysBetween(calendar, dueOn, on);
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return weekdaysBetween(dueOn, on);
  }
}
