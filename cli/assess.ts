import { InvalidArgumentError } from '@commander-js/extra-typings';
import { assessReport } from '../domain/assess-report';
import { englandAndWales } from '../domain/bank-holidays';
import { momentField } from '../domain/fields';
import type { PlanningBasis } from '../domain/planner';
import { authorityFile } from '../settings';
import { assessStream } from './assess-stream';
import { assessmentText } from './assessment-text';
import { newCommand } from './command';
import { exitStatus } from './exit';
import { answer, refuse } from './output';
import type { Parts } from './parts';
import { open, readDocument } from './read-report';
import { readAuthority } from './read-authority';

/** `assess`: a dry run that needs no server and loads nothing of Temporal. */
export const assessCommand = ({ io, env, now }: Parts) =>
  newCommand('assess', 'dry run: is it notifiable, who must be told, by when, and why')
    .argument('<FILE>', 'the incident report, in JSON or YAML; - reads standard input')
    .option('--ndjson', 'FILE has one report a line; prints one answer a line, in order')
    .option('--now <ISO>', 'what counts as now, such as 2026-12-22T18:00:00Z', momentOrWrong)
    .option('--authority <FILE>', 'another authority’s file')
    .addHelpText('after', help)
    .action(async (file, { ndjson = false, json = false, ...options }) => {
      const authority = await readAuthority(options.authority ?? authorityFile(env), io.input);
      if (!authority.ok) return refuse(io, json, authority.problems);
      const basis = { authority: authority.value, calendar: englandAndWales };
      const clock = () => options.now ?? now();
      if (ndjson) return assessLines(file, { basis, io, clock, json });
      const report = await readDocument(file, io.input);
      const assessed = report.ok ? assessReport(report.value, clock(), basis) : report;
      if (!assessed.ok) return refuse(io, json, assessed.problems);
      const text = () => assessmentText(assessed.value, basis.authority);
      return answer(io, json, { ok: true, value: { json: assessed.value, text } });
    });

interface Lines {
  readonly basis: PlanningBasis;
  readonly io: Parts['io'];
  readonly clock: () => string;
  readonly json: boolean;
}

async function assessLines(file: string, { basis, io, clock, json }: Lines): Promise<void> {
  const opened = await open(file, io.input);
  if (!opened.ok) return refuse(io, json, opened.problems);
  const bad = await assessStream({ input: opened.value, out: io.out, basis, now: clock });
  io.exitWith(bad === 0 ? exitStatus.done : exitStatus.refused);
}

function momentOrWrong(text: string): string {
  const moment = momentField.safeParse(text);
  if (moment.success) return moment.data;
  throw new InvalidArgumentError('Write date, time and offset, such as 2026-12-22T18:00:00Z.');
}

const help = `
Examples:
  $ notifiable assess examples/looked-after-child-death.json
  $ notifiable assess report.yaml --json
  $ notifiable assess --ndjson - --now 2026-12-22T18:00:00Z < reports.ndjson

Nothing is started and nobody is told. With --ndjson a bad line answers
{"line":N,"problems":[…]}, the rest go on, and the exit status is 1 at the end.`;
