import { stringify } from 'csv-stringify/sync';
import type { IncidentFigures } from '../domain/figures/incident-figures';
import type { Publication } from '../domain/figures/publication';

type Cell = string | number | boolean | null;

/** What a spreadsheet opens as text and numbers: never as a formula, whatever people wrote. */
const csv = (records: readonly Readonly<Record<string, Cell>>[], columns: string[]): string =>
  stringify([...records], {
    header: true,
    columns,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => (value ? 'yes' : 'no') },
  });

/** One line a notification. */
export const figuresCsv = (incidents: readonly IncidentFigures[]): string =>
  csv(
    incidents.flatMap(({ reference, quarter, awareOn, notifications }) =>
      notifications.map((one) => ({
        ...{ quarter, reference, aware_on: awareOn, task: one.task, title: one.title },
        ...{ strength: one.strength, counted_from: one.countedFrom, due_on: one.dueOn },
        ...{ done_on: one.doneOn, working_days: one.workingDays, outcome: one.outcome },
        ...{ unacknowledged: one.unacknowledged, corrected: one.corrected },
        explanations: one.explanations.join(' | '),
      })),
    ),
    [
      ...[
        'quarter',
        'reference',
        'aware_on',
        'task',
        'title',
        'strength',
        'counted_from',
        'due_on',
      ],
      ...['done_on', 'working_days', 'outcome', 'unacknowledged', 'corrected', 'explanations'],
    ],
  );

/** A suppressed count is an empty cell. */
export const publicationCsv = ({ quarters, total }: Publication): string =>
  csv(
    [...quarters, { quarter: 'total', ...total }].map(({ quarter, ...counts }) => ({
      ...{ quarter, incidents: counts.incidents, in_time: counts.inTime },
      ...{ past_date: counts.pastDate, not_done: counts.notDone },
    })),
    ['quarter', 'incidents', 'in_time', 'past_date', 'not_done'],
  );
