import { figuresCsv, publicationCsv } from '../client/figures-csv';
import { type Period, periodProblems } from '../domain/figures/period';
import { forPublication } from '../domain/figures/publication';
import { areWholeQuarters, quartersBetween } from '../domain/figures/quarter';
import { totalsOf } from '../domain/figures/totals';
import type { Problem } from '../domain/problem';
import { newCommand } from './command';
import { figuresText, leftOut, publicationText, type Counted } from './figures-text';
import { answer, refuse, type Answer } from './output';
import type { Parts } from './parts';
import { whoReads } from './verb-command';
import { withCases } from './with-cases';

/** `figures`: each notification of a period and how it went, then the totals of each quarter. */
export const figuresCommand = (parts: Parts) => {
  const { io } = parts;
  const command = newCommand('figures', 'each notification of a period, and totals by quarter')
    .requiredOption('--from <DATE>', 'the first day of the period')
    .requiredOption('--to <DATE>', 'its last day')
    .option(...whoReads)
    .option('--csv', 'for a spreadsheet: one line a notification')
    .option('--for-publication', 'counts only, and none that could say something of one incident')
    .addHelpText('after', help);
  return command.action(
    async ({ from, to, by = null, json = false, csv = false, forPublication: outside }) => {
      if (json && csv) command.error('error: --json and --csv exclude each other', { exitCode: 2 });
      const period = { from, to };
      const problems = problemsOf(period, outside === true);
      if (problems.length > 0) return refuse(io, json, problems);
      const read = await withCases(parts, by, (cases) => cases.figures(period));
      if (!read.ok) return answer(io, json, read);
      const { unreadable } = read.value;
      if ((csv || outside) && unreadable.length > 0) {
        io.err.write(`${leftOut}: ${unreadable.join(', ')}\n`);
      }
      const counted = { from, to, quarters: quartersBetween(from, to), ...read.value };
      const value = outside ? published(counted, csv) : internal(counted, csv);
      await answer(io, json, { ok: true, value });
    },
  );
};

function internal({ from, to, quarters, incidents, unreadable }: Counted, csv: boolean): Answer {
  const totals = totalsOf(quarters, incidents);
  const counted = { from, to, quarters, incidents, unreadable };
  return {
    json: { from, to, incidents, quarters: totals, unreadable },
    text: () => (csv ? figuresCsv(incidents) : figuresText(counted, totals)),
  };
}

function published({ from, to, quarters, incidents }: Counted, csv: boolean): Answer {
  const publication = forPublication(quarters, incidents);
  return {
    json: { from, to, ...publication },
    text: () => (csv ? publicationCsv(publication) : publicationText(publication, { from, to })),
  };
}

function problemsOf(period: Period, forPublication: boolean): Problem[] {
  const problems = periodProblems(period);
  const isGood = !forPublication || areWholeQuarters(period.from, period.to);
  if (problems.length > 0 || isGood) return problems;
  const remedy =
    'Give the first day of a quarter and the last of one: two periods that overlap would show, by ' +
    'their difference, what either suppresses';
  return [{ path: '--from, --to', problem: 'Only whole quarters are published', remedy }];
}

const help = `
An incident is counted in the quarter in which the authority became aware of it (our decision: no
rule says which date). Working days run from day 0, as corrected, to the day on which it was done.
That you read them is recorded: they say what was written of each incident.

Examples:
  $ notifiable figures --from 2026-04-01 --to 2027-03-31
  $ notifiable figures --from 2026-04-01 --to 2027-03-31 --csv > figures.csv
  $ notifiable figures --from 2026-04-01 --to 2027-03-31 --for-publication`;
