import type { IncidentFigures, NotificationFigures, Outcome } from './incident-figures';

/** One quarter. `notifications` is the sum of the four after it; those that ended are in none. */
export interface QuarterFigures {
  readonly quarter: string;
  /** Incidents of which the authority became aware; withdrawn ones are counted beside them. */
  readonly incidents: number;
  readonly withdrawn: number;
  readonly notifications: number;
  readonly inTime: number;
  /** Statutory ones, done after their date or past it and not done. */
  readonly late: number;
  /** The others that missed their date. */
  readonly targetMissed: number;
  /** Still to be done, and not past their date. */
  readonly notDone: number;
  /** Tasks of any kind that nobody has acknowledged. */
  readonly unacknowledgedTasks: number;
}

export function totalsOf(
  quarters: readonly string[],
  incidents: readonly IncidentFigures[],
): QuarterFigures[] {
  return quarters.map((quarter) =>
    quarterOf(
      quarter,
      incidents.filter((one) => one.quarter === quarter),
    ),
  );
}

function quarterOf(quarter: string, all: readonly IncidentFigures[]): QuarterFigures {
  const standing = all.filter(({ withdrawn }) => !withdrawn);
  const notifications = standing.flatMap((one) => one.notifications);
  const count = (is: (one: NotificationFigures) => boolean) => notifications.filter(is).length;
  const isLate = ({ outcome }: NotificationFigures) => pastDate.includes(outcome);
  const parts = {
    inTime: count(({ outcome }) => outcome === 'done-in-time'),
    late: count((one) => isLate(one) && one.strength === 'must'),
    targetMissed: count((one) => isLate(one) && one.strength !== 'must'),
    notDone: count(({ outcome }) => outcome === 'not-done'),
  };
  return {
    quarter,
    incidents: standing.length,
    withdrawn: all.length - standing.length,
    notifications: Object.values(parts).reduce((sum, part) => sum + part),
    ...parts,
    unacknowledgedTasks: all.reduce((sum, one) => sum + one.unacknowledgedTasks, 0),
  };
}

/** The outcomes that are past their date. */
export const pastDate: readonly Outcome[] = ['done-late', 'late'];
