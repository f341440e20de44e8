import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Cases, NewIncident, Outcome } from '../client/answers';
import type { CaseView } from '../domain/case/view';
import { newCommand } from './command';
import { nextSteps } from './next-steps';
import { answer, type Answer } from './output';
import type { Parts } from './parts';
import { readDocument } from './read-report';
import { withCases } from './with-cases';

/** `start`: begins an incident's record and prints its reference. */
export const startCommand = (parts: Parts) =>
  newCommand('start', 'start the incident of a report: opens its tasks and tells people')
    .argument('<FILE>', 'the incident report, in JSON or YAML; - reads standard input')
    .option('--reference <REF>', 'use this reference instead of a new one', referenceOrWrong)
    .option('--by <ID>', 'who you are: your id in the authority’s file')
    .addHelpText('after', help)
    .action(async (file, { json = false, reference = null, by = null }) => {
      const report = await readDocument(file, parts.io.input);
      const started = report.ok
        ? await withCases(parts, (cases) => start(cases, { report: report.value, reference, by }))
        : report;
      await answer(parts.io, json, started);
    });

/** Starts an incident and looks at what came of it. */
export async function start(cases: Cases, incident: NewIncident): Promise<Outcome<Answer>> {
  const started = await cases.start(incident);
  if (!started.ok) return started;
  const { reference, already } = started.value;
  const seen = await cases.inspect(reference);
  if (!seen.ok) return seen;
  const text = () => startedText(seen.value, already);
  return { ok: true, value: { json: { ...started.value, record: seen.value }, text } };
}

function startedText(view: CaseView, already: boolean): string {
  const said = already
    ? `${view.reference} was started before from this very report; nothing new began.`
    : `${view.reference} is started.`;
  return [said, '', ...nextSteps(view)].join('\n');
}

function referenceOrWrong(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/.test(text)) return text;
  throw new InvalidArgumentError(
    'Write 3 to 40 letters, digits and hyphens, such as SI-2026-7K3F; never a name.',
  );
}

const help = `
The same file with the same reference twice is one incident; another file under a used reference is
refused. Try \`notifiable assess FILE\` first: it starts nothing.

Examples:
  $ notifiable start report.json --by officer-1
  $ notifiable start report.json --reference SI-2026-7K3F`;
