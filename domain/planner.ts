import { amendReport } from './amend';
import { assess, decide } from './assess';
import type { Authority } from './authority';
import { londonDateOf, OutsideCalendar, type Calendar } from './calendar';
import { clocksOf, type Clocks } from './clocks';
import { childrenWithoutDuty, drawUpDuties, type Duty } from './duties';
import { workingDayAfter } from './ladder';
import { planOwnTasks } from './own-task-plan';
import type { KnownFact, Plan, Planned, PlanRequest } from './plan';
import type { Problem } from './problem';
import { facts, parseReport, type IncidentReport } from './report';
import { outsideCalendar } from './report-checks';
import { rulebookOf } from './rulebook';
import { taskTitle } from './wording';

/** What a plan rests on besides the report: both may change between releases. */
export interface PlanningBasis {
  readonly authority: Authority;
  readonly calendar: Calendar;
}

/**
 * Every task that a report calls for, with every instant; or every problem with the report.
 * The one place where the calendar meets the rules: what it answers is recorded as a fact.
 */
export function planCase(request: PlanRequest, basis: PlanningBasis): Planned {
  const context = { now: request.now, calendar: basis.calendar };
  const amended = amendReport(request.report, request.patch, context);
  if (!amended.ok) return amended;
  const parsed = parseReport(amended.value, context);
  const problems = [
    ...(parsed.ok ? areaProblems(parsed.value, basis.authority) : parsed.problems),
    ...lookAgainProblems(request, basis.calendar),
  ];
  if (!parsed.ok || problems.length > 0) return { ok: false, problems };
  try {
    return { ok: true, plan: { ...planFor(parsed.value, request, basis), report: amended.value } };
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return { ok: false, problems: [outsideCalendar('children', error, basis.calendar)] };
  }
}

function areaProblems({ incidentArea }: IncidentReport, { code }: Authority): Problem[] {
  if (incidentArea !== code) return [];
  const problem = 'This is the code of this authority itself';
  const remedy = 'Write "place": "in-area" without incidentArea, or the other authority’s code';
  return [{ path: 'incidentArea', problem, remedy }];
}

function planFor(
  report: IncidentReport,
  request: PlanRequest,
  { authority, calendar }: PlanningBasis,
): Omit<Plan, 'report'> {
  const rulebook = rulebookOf(request.rulebook ?? authority.rulebook);
  const children = assess(report, {
    rulebook,
    calendar,
    regulatedSettingsApply: authority.regulatedSettings.apply,
    changedAnswers: request.changedAnswers,
  });
  const clocks = clocksOf({
    now: request.now,
    calendar,
    ladders: authority.ladder,
    period: rulebook.period.workingDays,
  });
  const setting = { report, rulebook, authority };
  const duties = drawUpDuties(children, setting).map((duty) => {
    const running = alreadyRunning(duty, request);
    const title = taskTitle(duty, authority);
    return { ...running, title, ...datesOf(running, report.becameAwareAt, clocks) };
  });
  const reasons = report.children.flatMap(({ knownAtReason }) => knownAtReason ?? []);
  const withoutDuty = childrenWithoutDuty(children, setting);
  return {
    rulebook: rulebook.id,
    calendar: calendar.version,
    now: request.now,
    becameAwareAt: report.becameAwareAt,
    facts: knownFacts(report),
    decision: decide(children),
    children,
    duties,
    ownTasks: planOwnTasks({ children, duties, withoutDuty, reasons }, clocks),
    clocks: clocksAskedFor(request, clocks),
  };
}

/** What develops never moves an unsent task later: its clock has been running since it started. */
function alreadyRunning(duty: Duty, { runningSince }: PlanRequest): Duty {
  const since = runningSince[duty.task];
  return since !== undefined && since < duty.clockStartsAt
    ? { ...duty, clockStartsAt: since }
    : duty;
}

/** Where a later clock is claimed, the date from awareness stands beside it. */
function datesOf(duty: Duty, becameAwareAt: string, clocks: Clocks) {
  const clock = clocks.forDuty(duty.clockStartsAt, duty.strength);
  const strict = clocks.forDuty(becameAwareAt, duty.strength);
  return { clock, strict: strict.dueAt < clock.dueAt ? strict : null };
}

function clocksAskedFor(request: PlanRequest, clocks: Clocks): Plan['clocks'] {
  const lookAgainOn = request.lookAgain?.on;
  return Object.fromEntries(
    request.clocksFor.map((kind) => [
      kind,
      clocks.forOwn(kind, kind === 'recheck' ? lookAgainOn : undefined),
    ]),
  );
}

function lookAgainProblems({ lookAgain, now }: PlanRequest, calendar: Calendar): Problem[] {
  if (lookAgain === null || lookAgain.wasProposed) return [];
  const { on, atMost } = lookAgain;
  const today = londonDateOf(now);
  const isTooFar = atMost !== null && on > workingDayAfter(today, atMost, calendar).on;
  if (on > today && !isTooFar) return [];
  const limit = atMost === null ? '' : `, at most ${atMost} working days ahead`;
  const problem = isTooFar ? 'That date is too far ahead' : 'That date has come already';
  return [{ path: 'lookAgainOn', problem, remedy: `Give a date after today${limit}` }];
}

function knownFacts(report: IncidentReport): KnownFact[] {
  return report.children.flatMap((child) =>
    facts.map((fact) => ({
      child: child.ref,
      fact,
      value: child[fact],
      knownAt: child.knownAt[fact] ?? report.becameAwareAt,
    })),
  );
}
