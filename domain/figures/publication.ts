import type { IncidentFigures } from './incident-figures';
import { pastDate } from './totals';

/** A count that may be published, or null: suppressed. */
export type Published = number | null;

/** Incidents with a notification, by how it went. The last three make up the first. */
export interface PublishedCounts {
  readonly incidents: Published;
  /** Every notification was made by its date. */
  readonly inTime: Published;
  /** At least one was not, or is past its date now. */
  readonly pastDate: Published;
  /** None is past its date, and at least one is still to be made. */
  readonly notDone: Published;
}

export interface Publication {
  readonly quarters: readonly (PublishedCounts & { readonly quarter: string })[];
  readonly total: PublishedCounts;
}

/** Counts below this are suppressed. */
export const fewestPublished = 5;

type Column = keyof PublishedCounts;
type Counts = Record<Column, number>;

/** What stands or falls together: each of the last three follows from the other two and the first. */
const groups: readonly (readonly Column[])[] = [['incidents'], ['inTime', 'pastDate', 'notDone']];

/**
 * What can be published without saying anything about one incident. A group of columns is given by
 * quarter where every one of its counts reaches the least; else only for the whole period, where all
 * reach it there; else not at all. So no suppressed count is alone in a row or a column from whose
 * total it could be worked out. Incidents are counted, not notifications: several are of one incident.
 */
export function forPublication(
  quarters: readonly string[],
  incidents: readonly IncidentFigures[],
): Publication {
  const rows = quarters.map((quarter) => ({
    quarter,
    ...countsOf(incidents.filter((one) => one.quarter === quarter)),
  }));
  const total = countsOf(incidents);
  const reach = (row: Counts, group: readonly Column[]) =>
    group.every((column) => row[column] >= fewestPublished);
  const inTotal = groups.filter((group) => reach(total, group)).flat();
  const byQuarter = groups.filter((group) => rows.every((row) => reach(row, group))).flat();
  return {
    quarters: rows.map(({ quarter, ...counts }) => ({ quarter, ...only(counts, byQuarter) })),
    total: only(total, inTotal),
  };
}

function countsOf(incidents: readonly IncidentFigures[]): Counts {
  const ways = incidents.flatMap((one) => wayOf(one) ?? []);
  const count = (way: Column) => ways.filter((one) => one === way).length;
  return {
    incidents: ways.length,
    inTime: count('inTime'),
    pastDate: count('pastDate'),
    notDone: count('notDone'),
  };
}

/** Null: nobody had to be told, or the incident was withdrawn. */
function wayOf({ notifications }: IncidentFigures): Exclude<Column, 'incidents'> | null {
  const outcomes = notifications
    .map(({ outcome }) => outcome)
    .filter((outcome) => outcome !== 'ended' && outcome !== 'withdrawn');
  if (outcomes.length === 0) return null;
  if (outcomes.some((outcome) => pastDate.includes(outcome))) return 'pastDate';
  return outcomes.includes('not-done') ? 'notDone' : 'inTime';
}

const only = (counts: Counts, shown: readonly Column[]): PublishedCounts => {
  const given = (column: Column) => (shown.includes(column) ? counts[column] : null);
  return {
    incidents: given('incidents'),
    inTime: given('inTime'),
    pastDate: given('pastDate'),
    notDone: given('notDone'),
  };
};
