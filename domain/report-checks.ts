import { addWorkingDays, londonDateOf, OutsideCalendar, type Calendar } from './calendar';
import { dayNumber } from './day';
import type { Problem } from './problem';
import type { Draft, DraftChild } from './report-draft';

/** Every edition's period so far; a test holds it to the rulebook, which builds on the report. */
export const workingDaysToNotify = 5;
const daysIn42Weeks = 42 * 7;
const mostChildren = 20;

interface Context {
  /** UTC with milliseconds and `Z`, as all moments here: they compare as texts. */
  readonly now: string;
  readonly calendar: Calendar;
}

/** Every rule that joins two fields or needs the present moment. */
export function reportProblems(draft: Draft, context: Context): Problem[] {
  return [
    ...awarenessProblems(draft, context),
    ...areaProblems(draft),
    ...childrenProblems(draft),
    ...draft.children.flatMap((child, index) =>
      childProblems(child, `children[${index}]`, { draft, context }),
    ),
  ];
}

function awarenessProblems({ becameAwareAt, occurredOn }: Draft, context: Context): Problem[] {
  const problems: Problem[] = [];
  if (typeof occurredOn === 'string' && occurredOn > londonDateOf(context.now)) {
    problems.push({
      path: 'occurredOn',
      problem: 'The incident is dated in the future',
      remedy: 'Write the date on which it happened, or null when it is not known',
    });
  }
  if (becameAwareAt === undefined) return problems;
  if (occurredOn && londonDateOf(becameAwareAt) < occurredOn) {
    problems.push({
      path: 'becameAwareAt',
      problem: 'The authority became aware before the incident occurred',
      remedy: 'Correct becameAwareAt or occurredOn: compared are their dates in London',
    });
  }
  const future = futureProblems('becameAwareAt', becameAwareAt, context);
  return [...problems, ...(future.length > 0 ? future : dueProblems(becameAwareAt, context))];
}

function futureProblems(path: string, at: string, { now }: Context): Problem[] {
  if (at <= now) return [];
  const remedy = 'Write the moment at which it was known, with its offset from UTC';
  return [{ path, problem: 'This moment is in the future', remedy }];
}

/** The date from awareness is always needed, so it must be in the calendar. */
function dueProblems(at: string, context: Context): Problem[] {
  try {
    addWorkingDays(context.calendar, londonDateOf(at), workingDaysToNotify);
    return [];
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return [outsideCalendar('becameAwareAt', error, context.calendar)];
  }
}

/** A due date in a year without bank holidays is refused, never counted by weekdays alone. */
export function outsideCalendar(path: string, { year }: OutsideCalendar, calendar: Calendar) {
  return {
    path,
    problem: `The due date cannot be worked out: no bank holidays are held for ${year}`,
    remedy: `Check the year: the calendar covers ${calendar.firstYear} to ${calendar.lastYear}`,
  };
}

/** The other authority is named just where one has to be. */
export function areaProblems({ place, incidentArea }: Draft): Problem[] {
  if (place === undefined || incidentArea === undefined) return [];
  const path = 'incidentArea';
  if (place === 'elsewhere-in-england' && incidentArea === null) {
    const problem = 'This is missing: the incident happened elsewhere in England';
    return [{ path, problem, remedy: 'Write the ONS code of that authority, such as E06000002' }];
  }
  if (place !== 'elsewhere-in-england' && incidentArea !== null) {
    const problem = 'This belongs only with place "elsewhere-in-england"';
    return [{ path, problem, remedy: 'Leave incidentArea out, or correct place' }];
  }
  return [];
}

/** From 1 to 20 children, each with a ref of its own. */
export function childrenProblems({ children, childCount }: Draft): Problem[] {
  const problems: Problem[] = [];
  const remedy = 'Write a list of 1 to 20 children';
  if (childCount === 0) problems.push({ path: 'children', problem: 'No child is listed', remedy });
  if (childCount > mostChildren) {
    problems.push({ path: 'children', problem: `There are ${childCount} children`, remedy });
  }
  const firstAt = new Map<string, number>();
  for (const [index, { ref }] of children.entries()) {
    if (ref === undefined) continue;
    const first = firstAt.get(ref);
    if (first === undefined) firstAt.set(ref, index);
    else {
      problems.push({
        path: `children[${index}].ref`,
        problem: `This ref is used already, by children[${first}]`,
        remedy: 'Give each child a ref of its own, such as A, B, C',
      });
    }
  }
  return problems;
}

interface Surroundings {
  readonly draft: Draft;
  readonly context: Context;
}

function childProblems(child: DraftChild, path: string, { draft, context }: Surroundings) {
  const { becameAwareAt } = draft;
  const problems = bornTooLate(child, path, draft);
  for (const [fact, at] of Object.entries(child.knownAt)) {
    if (at === undefined) continue;
    const factPath = `${path}.knownAt.${fact}`;
    problems.push(...futureProblems(factPath, at, context));
    if (fact === 'harm' && becameAwareAt !== undefined && at < becameAwareAt) {
      problems.push({
        path: factPath,
        problem: 'The harm was known before the authority became aware of the incident',
        remedy: 'Correct this moment or becameAwareAt: awareness is the first moment of either',
      });
    }
  }
  return problems;
}

/** An unborn child is due within 42 weeks of the incident. */
export function bornTooLate({ bornOn }: DraftChild, path: string, draft: Draft): Problem[] {
  if (!bornOn || draft.occurredOn === undefined) return [];
  const on =
    draft.occurredOn ??
    (draft.becameAwareAt === undefined ? null : londonDateOf(draft.becameAwareAt));
  if (on === null || dayNumber(bornOn) - dayNumber(on) <= daysIn42Weeks) return [];
  return [
    {
      path: `${path}.bornOn`,
      problem: 'This birth date is more than 42 weeks after the incident',
      remedy: 'Correct the birth date (for an unborn child the expected date), or write null',
    },
  ];
}
