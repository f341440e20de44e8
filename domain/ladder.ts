import type { LadderStep } from './authority';
import { londonDateOf, londonInstant, type Calendar } from './calendar';
import { dateOf, dayNumber, weekdayOf } from './day';
import type { ChaseStep, Rung } from './task';

interface Span {
  /** Instant, UTC: when the task is opened; rungs already past then do not fire. */
  readonly openedAt: string;
  readonly dueOn: string;
  readonly dueAt: string;
}

/** Chases are worked out this many working days at a time, since a late task has no last day. */
export const chaseDaysAhead = 5;

/** A rung as it is printed; `onWeekdays` says that its year has no bank holidays in the calendar. */
export const shownRung = ({ at, kind, to, onWeekdays }: Rung) => ({
  ...{ at, kind, to },
  ...(onWeekdays && { onWeekdays }),
});

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
  const rungs: Rung[] = [];
  const today = londonDateOf(after);
  const last = Math.max(chaseDaysAhead, ...steps.map((step) => step.everyWorkingDays));
  const due = dayNumber(londonDateOf(dueAt));
  let day = Math.max(due, dayNumber(today) - 1);
  let [daysLate, ahead] = [countedBetween(due, day, calendar), 0];
  while (ahead < last) {
    if (!isCounted(++day, calendar)) continue;
    const on = dateOf(day);
    daysLate += 1;
    if (on >= today) rungs.push(...chasesOn(on, { daysLate, steps, calendar }));
    if (on > today) ahead += 1;
  }
  return rungs.filter(({ at }) => at > after);
}

interface LateDay {
  readonly daysLate: number;
  readonly steps: readonly ChaseStep[];
  readonly calendar: Calendar;
}

function chasesOn(on: string, { daysLate, steps, calendar }: LateDay): Rung[] {
  return steps
    .filter((step) => daysLate % step.everyWorkingDays === 0)
    .map((step) => ({
      key: `chase/${on}/${step.everyWorkingDays}`,
      at: londonInstant(on, step.at),
      kind: 'chase' as const,
      to: step.to,
      ...onWeekdays(on, calendar),
    }));
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
      const key = `${kind}/unacknowledged/${index}`;
      return { key, at, kind, to, unlessAcknowledged: true, ...onWeekdays(on, calendar) };
    }
    case 'before': {
      const on = countDays(span.dueOn, -step.workingDaysLeft, calendar);
      const at = londonInstant(on, step.at);
      if (at < span.openedAt) return null;
      const key = `${kind}/${span.dueOn}/${index}`;
      return { key, at, kind, to, ...onWeekdays(on, calendar) };
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
  const on = countDays(from, days, calendar);
  return { on, onWeekdays: !isHeld(on, calendar) };
}

/** Counts working days while the calendar holds them, then weekdays; backwards where negative. */
function countDays(from: string, days: number, calendar: Calendar): string {
  let day = dayNumber(from);
  for (let left = Math.abs(days); left > 0;) {
    day += Math.sign(days);
    if (isCounted(day, calendar)) left -= 1;
  }
  return dateOf(day);
}

/** The table has no holidays outside its years: there, every weekday counts. */
const isCounted = (day: number, { holidays }: Calendar): boolean =>
  weekdayOf(day) % 6 !== 0 && holidays[dateOf(day)] === undefined;

/** Counted days after one day up to and including another; a late entry may be years late. */
function countedBetween(from: number, to: number, { holidays }: Calendar): number {
  let weekdays = 0;
  for (let day = from + 1; day <= to; day += 1) if (weekdayOf(day) % 6 !== 0) weekdays += 1;
  const [first, last] = [dateOf(from), dateOf(to)];
  const free = Object.keys(holidays).filter((on) => first < on && on <= last);
  return weekdays - free.filter((on) => weekdayOf(dayNumber(on)) % 6 !== 0).length;
}

function isHeld(on: string, { firstYear, lastYear }: Calendar): boolean {
  const year = Number(on.slice(0, 4));
  return firstYear <= year && year <= lastYear;
}

const onWeekdays = (on: string, calendar: Calendar) =>
  isHeld(on, calendar) ? {} : { onWeekdays: true as const };
