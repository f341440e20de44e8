import type { Figures } from '../../client/answers';
import { figuresCsv } from '../../client/figures-csv';
import { notificationsOf, timedNotifications } from '../../domain/figures/five-days';
import { outcomeWords } from '../../domain/figures/outcome-words';
import type { Period } from '../../domain/figures/period';
import { quartersBetween } from '../../domain/figures/quarter';
import { totalsOf } from '../../domain/figures/totals';
import type { Problem } from '../../domain/problem';
import { file, page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { textOf, type Form, type Visit } from '../visit';
import { readPeriod } from './period';
import { timelinessPicture } from './timeliness-picture';

/** Notifications on one page: a picture of more says nothing, and weighs. */
const pageSize = 50;

/** How the notifications of a period kept to their five working days: a picture, and its table. */
export async function showTimeliness(visit: Visit): Promise<Answer> {
  const asked = await readFigures(visit);
  if ('problems' in asked) return refused(asked.problems, asked.typed);
  const { period, figures, typed } = asked;
  const { incidents, unreadable } = figures;
  const all = notificationsOf(incidents);
  const number = Math.max(1, Math.floor(Number(textOf(visit.query, 'page'))) || 1);
  const shown = all.slice((number - 1) * pageSize, number * pageSize);
  const rows = timedNotifications(shown, visit);
  const dates = `from=${period.from}&to=${period.to}`;
  return page('managers/timeliness', {
    ...{ period, typed, unreadable, number, count: all.length },
    rows: rows.map((one) => ({ ...one, words: outcomeWords(one) })),
    picture: rows.length === 0 ? null : timelinessPicture(rows).text,
    totals: totalsOf(quartersBetween(period.from, period.to), incidents),
    csv: `/timeliness/csv?${dates}`,
    previous: number > 1 ? `/timeliness?${dates}&page=${number - 1}` : null,
    next: number * pageSize < all.length ? `/timeliness?${dates}&page=${number + 1}` : null,
  });
}

/** The same for a spreadsheet: every notification of the period. */
export async function timelinessCsv(visit: Visit): Promise<Answer> {
  const asked = await readFigures(visit);
  if ('problems' in asked) return refused(asked.problems, asked.typed);
  const { from, to } = asked.period;
  return file(figuresCsv(asked.figures.incidents), 'text/csv', `timeliness-${from}-to-${to}.csv`);
}

interface Asked {
  readonly period: Period;
  readonly figures: Figures;
  readonly typed: Form;
}

async function readFigures({
  cases,
  query,
  now,
}: Visit): Promise<Asked | { readonly problems: readonly Problem[]; readonly typed: Form }> {
  const read = readPeriod(query, now);
  if ('problems' in read) return read;
  const figures = await cases.figures(read.value);
  const { typed } = read;
  if (!figures.ok) return { problems: figures.problems, typed };
  return { period: read.value, figures: figures.value, typed };
}

const refused = (problems: readonly Problem[], typed: Form): Answer => {
  const fieldOf = (path: string) => path.replace(/^--(from|to)$/, '$1-day');
  return page('managers/timeliness', { typed, wrong: mistakes(problems, fieldOf) }, 422);
};
