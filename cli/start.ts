import type { Cases, NewIncident, Outcome, Started } from '../client/answers';
import type { RecordView } from '../domain/records';
import { referenceRefused } from '../client/reference';
import { readSettings } from '../settings';
import { checkReport } from './check-report';
import { newCommand } from './command';
import { lookAt } from './look-at';
import { nextSteps } from './next-steps';
import { answer, refuse, type Answer } from './output';
import type { Parts } from './parts';
import { readDocument } from './read-report';
import { withCases } from './with-cases';

/** `start`: begins an incident's record and prints its reference. */
export const startCommand = (parts: Parts) =>
  newCommand('start', 'start the incident of a report: opens its tasks and tells people')
    .argument('<FILE>', 'the incident report, in JSON or YAML; - reads standard input')
    .option('--reference <REF>', 'use this reference instead of a new one')
    .option('--by <ID>', 'who you are: your id in the authority’s file')
    .option(...notADuplicateOption)
    .addHelpText('after', help)
    .action(async (file, { json = false, reference = null, by = null, ...said }) => {
      const unusable =
        (reference === null ? null : referenceRefused(reference, 'incident')) ??
        nobodySays(said, by);
      if (unusable) return refuse(parts.io, json, unusable.problems);
      const read = await readDocument(file, parts.io.input);
      const report = read.ok ? await checkReport(read.value, readSettings(parts.env), parts) : read;
      const started = report.ok
        ? await withCases(parts, by, (cases) =>
            start(cases, { report: report.value, reference, by, ...said }),
          )
        : report;
      await answer(parts.io, json, started);
    });

export const notADuplicateOption = [
  '--not-a-duplicate <REASON>',
  'why it is another incident than the one that it looks like; with --by',
] as const;

/** The history says who gave a reason, so somebody must. Null: somebody does, or none was given. */
export function nobodySays(
  { notADuplicate }: Pick<NewIncident, 'notADuplicate'>,
  by: string | null,
) {
  if (notADuplicate === undefined || by !== null) return null;
  const problem = '--not-a-duplicate needs somebody who says so';
  const remedy = 'Add --by and your id in the authority’s file';
  return { ok: false, problems: [{ path: '--by', problem, remedy }] } as const;
}

/** Starts an incident and looks at what came of it. */
export async function start(cases: Cases, incident: NewIncident): Promise<Outcome<Answer>> {
  const started = await cases.start(incident);
  if (!started.ok) return started;
  const record = await lookAt(cases, started.value.reference);
  const text = () => startedText(started.value, record);
  const note = started.value.notCompared;
  return { ok: true, value: { json: { ...started.value, record }, text, note } };
}

function startedText({ reference, already }: Started, record: RecordView | null): string {
  const said = already
    ? `${reference} was started before from this very report; nothing new began.`
    : `${reference} is started.`;
  const waiting =
    'It is kept safely, but no worker has taken it up yet, so nobody has been told. Do not start ' +
    'it again: see that `notifiable up` or `notifiable worker` runs.';
  return [said, '', ...(record ? nextSteps(record) : [waiting])].join('\n');
}

const help = `
The same file with the same reference twice is one incident; another file under a used reference is
refused. Try \`notifiable assess FILE\` first: it starts nothing.

A report that looks like an incident that is here already (the same local case id, or the same date
and area) is refused with that one's reference: amend it, or say why this is another.

Examples:
  $ notifiable start report.json --by officer-1
  $ notifiable start report.json --reference SI-2026-7K3F
  $ notifiable start report.json --not-a-duplicate "another family, the same day" --by officer-1`;
