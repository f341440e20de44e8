import type { IncidentFigures, NotificationFigures } from '../domain/figures/incident-figures';
import { outcomeWords } from '../domain/figures/outcome-words';
import { fewestPublished, type Publication, type Published } from '../domain/figures/publication';
import { pastDate, type QuarterFigures } from '../domain/figures/totals';
import { shortDate } from '../domain/when';

/** The incidents of a period, and the quarters that it touches. */
export interface Counted {
  readonly from: string;
  readonly to: string;
  readonly quarters: readonly string[];
  readonly incidents: readonly IncidentFigures[];
  readonly unreadable: readonly string[];
}

/** Each notification, why the late ones were late, then the totals. */
export async function figuresText(
  { from, to, incidents, unreadable }: Counted,
  totals: readonly QuarterFigures[],
): Promise<string> {
  const rows = incidents.flatMap((incident) =>
    incident.notifications.map((one) => notificationRow(incident, one)),
  );
  return [
    `Incidents of which the authority became aware from ${from} to ${to}`,
    '',
    rows.length === 0
      ? 'No notification was owed.'
      : await table(['aware', 'incident', 'notification', 'due', 'done', 'days', 'stands'], rows),
    ...section('Past their date', incidents.flatMap(lateLines)),
    ...section('Corrected after they were done', incidents.flatMap(correctedLines)),
    '',
    await table(
      [
        ...['quarter', 'incidents', 'withdrawn', 'notifications', 'in time', 'late'],
        ...['target missed', 'not done yet', 'unacknowledged tasks'],
      ],
      totals.map((one) => [
        ...[one.quarter, one.incidents, one.withdrawn, one.notifications, one.inTime, one.late],
        ...[one.targetMissed, one.notDone, one.unacknowledgedTasks],
      ]),
    ),
    ...section(leftOut, unreadable),
  ].join('\n');
}

/** Counts alone. */
export async function publicationText(
  { quarters, total }: Publication,
  { from, to }: Pick<Counted, 'from' | 'to'>,
): Promise<string> {
  const rows = [...quarters, { quarter: 'total', ...total }].map((row) => [
    row.quarter,
    ...[row.incidents, row.inTime, row.pastDate, row.notDone].map(shown),
  ]);
  return [
    `Incidents with a notification, by when the authority became aware, ${from} to ${to}`,
    '',
    await table(
      ['quarter', 'incidents', 'all in time', 'one or more past date', 'not all done'],
      rows,
    ),
    '',
    `c: suppressed, since it or a count it could be worked out from is under ${fewestPublished}.`,
  ].join('\n');
}

export const leftOut = 'Left out, since the register does not hold them whole';

const shown = (count: Published): string => (count === null ? 'c' : String(count));

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

function notificationRow({ reference, awareOn }: IncidentFigures, one: NotificationFigures) {
  const { title, dueOn, doneOn, workingDays } = one;
  return [
    ...[dated(awareOn), reference, title, dated(dueOn), dated(doneOn)],
    ...[workingDays === null ? '' : String(workingDays), stands(one)],
  ];
}

const stands = (one: NotificationFigures): string =>
  `${outcomeWords(one)}${one.unacknowledged ? ', unacknowledged' : ''}`;

const lateLines = ({ reference, notifications }: IncidentFigures): string[] =>
  notifications
    .filter(({ outcome }) => pastDate.includes(outcome))
    .map(({ title, explanations }) => {
      const why = explanations.length > 0 ? explanations.join(' / ') : 'no explanation was written';
      return `${reference}, ${title}: ${why.replace(/\s+/g, ' ')}`;
    });

const correctedLines = ({ reference, notifications }: IncidentFigures): string[] =>
  notifications
    .filter(({ corrected }) => corrected)
    .map(({ title }) => `${reference}, ${title}: days count from the corrected moment`);

const dated = (on: string | null): string =>
  on === null ? '' : `${shortDate(on)} ${on.slice(0, 4)}`;

async function table(head: string[], rows: (string | number)[][]): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const printed = new Table({ head, style: { head: [], border: [] } });
  printed.push(...rows);
  return printed.toString();
}
