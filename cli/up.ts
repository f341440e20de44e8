import type { Cases, NewIncident, Outcome, Started } from '../client/answers';
import { tasksOf } from '../domain/records';
import { readSettings, type Settings } from '../settings';
import { checkReport } from './check-report';
import { newCommand } from './command';
import { exitStatus } from './exit';
import { nextSteps } from './next-steps';
import { answer, refuse, type Answer, write } from './output';
import type { Parts, Say } from './parts';
import { plannedEntries } from './planned-entries';
import { readDocument } from './read-report';
import { nobodySays, notADuplicateOption } from './start';
import { drawTimeline } from './timeline';
import { moveToNow } from './try-report';

/** `up`: everything on this machine, until it is told to end. */
export const upCommand = (parts: Parts) =>
  newCommand(
    'up',
    'everything on this machine: Temporal, database, worker, inbox (also: npm start)',
  )
    .argument('[FILE]', 'an incident report to start once everything runs')
    .option('--try', 'move every moment of FILE so that the last one is now, to try things out')
    .option('--by <ID>', 'who you are: your id in the authority’s file')
    .option(...notADuplicateOption)
    .addHelpText('after', help)
    .action(async (file, { json = false, try: isTrial = false, by = null, ...said }) => {
      const { io, env } = parts;
      const unusable = nobodySays(said, by);
      if (unusable) return refuse(io, json, unusable.problems);
      const settings = readSettings(env);
      const say = (line: string) => void (json ? io.err : io.out).write(`${line}\n`);
      const report = await reportToStart(parts, settings, { file, isTrial, say });
      if (!report.ok) return refuse(io, json, report.problems);
      const trial = isTrial ? { notADuplicate: 'it was moved to now, to try things out' } : {};
      const incident = { report: report.value, reference: null, by, ...trial, ...said };
      const begin = file === undefined ? null : beginWith({ parts, incident, json });
      const began = await parts.up({ settings, say, begin });
      if (json && begin === null) await write(io.out, '{ "ended": true }\n');
      if (began) io.exitWith(exitStatus.done);
    });

interface Wanted {
  readonly file: string | undefined;
  readonly isTrial: boolean;
  readonly say: Say;
}

/** Checked before anything runs: what would be refused starts nothing. */
async function reportToStart(
  parts: Parts,
  settings: Settings,
  { file, isTrial, say }: Wanted,
): Promise<Outcome<unknown>> {
  if (isTrial && (file === undefined || !settings.temporal.embedded)) return tryWithout(file);
  if (file === undefined) return { ok: true, value: null };
  const read = await readDocument(file, parts.io.input);
  if (!read.ok) return read;
  const moved = isTrial ? moveToNow(read.value, parts.now()) : { report: read.value, said: [] };
  const checked = await checkReport(moved.report, settings, parts);
  if (checked.ok) moved.said.forEach(say);
  return checked;
}

function tryWithout(file: string | undefined): Outcome<never> {
  const problem =
    file === undefined
      ? '--try needs a FILE to move'
      : '--try is for the server that runs on this machine only, and TEMPORAL_ADDRESS names another';
  const remedy = file === undefined ? 'Name one of examples/' : 'Leave --try out, or unset it';
  return { ok: false, problems: [{ path: '--try', problem, remedy }] };
}

interface Beginning {
  readonly parts: Parts;
  readonly incident: NewIncident;
  readonly json: boolean;
}

const beginWith =
  ({ parts, incident, json }: Beginning) =>
  async (cases: Cases): Promise<Outcome<Started>> => {
    const started = await cases.start(incident);
    await answer(parts.io, json, started.ok ? await timelineOf(cases, started.value) : started);
    return started;
  };

/** What has happened already, and what comes if nobody acts. */
async function timelineOf(cases: Cases, started: Started): Promise<Outcome<Answer>> {
  const { reference } = started;
  const [seen, read] = [await cases.inspect(reference), await cases.history(reference)];
  if (!seen.ok) return seen;
  if (!read.ok) return read;
  const [first = { counted: [], skipped: [] }] = tasksOf(seen.value);
  const drawing = () => drawTimeline([...read.value, ...plannedEntries(seen.value)], first);
  const text = () =>
    [`${reference} is started.`, '', drawing(), ...nextSteps(seen.value)].join('\n');
  const note = started.notCompared;
  return { ok: true, value: { json: { ...started, record: seen.value }, text, note } };
}

const help = `
Nothing is sent to anyone outside this machine while SMTP_URL is unset: mail goes to an inbox that
opens in the browser. Ctrl-C ends it all; everything is kept, and the next start goes on.

Examples:
  $ notifiable up
  $ notifiable up --try examples/looked-after-child-death.json`;
