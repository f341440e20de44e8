import { shownRung } from './ladder';
import { planCase, type PlanningBasis } from './planner';
import { firstPlanRequest, type Plan, type PlannedDuty } from './plan';
import type { Parsed } from './problem';

/** What `assess` prints: an answer for every criterion, and every duty with its working. */
export function assessReport(
  report: unknown,
  now: string,
  basis: PlanningBasis,
): Parsed<Assessment> {
  const planned = planCase(firstPlanRequest(report, now), basis);
  return planned.ok ? { ok: true, value: asAssessment(planned.plan) } : planned;
}

export type Assessment = ReturnType<typeof asAssessment>;

function asAssessment({ rulebook, decision, children, duties, ownTasks, now }: Plan) {
  return {
    rulebook,
    decision,
    children,
    duties: duties.map((duty) => asDuty(duty, now)),
    tasks: ownTasks.map(({ id, kind, title, because, criteria, clock }) => ({
      task: id,
      kind,
      title,
      because,
      criteria,
      dueOn: clock.dueOn,
      dueAt: clock.dueAt,
      ladder: clock.ladder.map(shownRung),
    })),
  };
}

/** The ladder follows the date from awareness until a claimed later start is confirmed. */
function asDuty({ clock, strict, clockStartsAt, ...duty }: PlannedDuty, now: string) {
  const inForce = strict !== null && strict.dueAt > now ? strict : clock;
  const { task, criteria, strength, kind, heldBy, holderReason, title } = duty;
  return {
    task,
    title,
    criteria,
    strength,
    kind,
    heldBy,
    holderReason,
    clockStartsAt,
    dueOn: clock.dueOn,
    dueAt: clock.dueAt,
    strictDueOn: (strict ?? clock).dueOn,
    strictDueAt: (strict ?? clock).dueAt,
    counted: clock.counted,
    skipped: clock.skipped,
    ladder: inForce.ladder.map(shownRung),
  };
}
