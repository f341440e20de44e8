import { readSettings } from '../settings';
import type { Outcome } from '../client/answers';
import { newCommand } from './command';
import { answer, type Answer } from './output';
import type { Parts } from './parts';
import { readDocument } from './read-report';
import { drawTimeline } from './timeline';
import { moveToNow } from './try-report';

/** `rehearse`: the whole incident on a fast clock; sends nothing, leaves nothing. */
export const rehearseCommand = (parts: Parts) =>
  newCommand(
    'rehearse',
    'an incident or a referral on a fast clock, drawn as a timeline; sends nothing',
  )
    .argument(
      '<FILE>',
      'an incident report or a referral’s form, in JSON or YAML; - reads standard input',
    )
    .addHelpText('after', help)
    .action(async (file, { json = false }) => {
      await answer(parts.io, json, await rehearse(parts, file));
    });

const watermark = '*** REHEARSAL: nothing was sent, nothing is kept, this is no record ***';

async function rehearse(parts: Parts, file: string): Promise<Outcome<Answer>> {
  const { io, env, now } = parts;
  const read = await readDocument(file, io.input);
  if (!read.ok) return read;
  if (isReferral(read.value)) return rehearseReferral(parts, read.value);
  const { report, said } = moveToNow(read.value, now());
  const say = (line: string) => void io.err.write(`${line}\n`);
  const rehearsed = await parts.rehearse(report, readSettings(env), say);
  if (!rehearsed.ok) return rehearsed;
  const { entries, assessment } = rehearsed.value;
  const [first] = assessment.duties.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const drawing = () => drawTimeline(entries, first ?? { counted: [], skipped: [] });
  return {
    ok: true,
    value: {
      json: { rehearsal: true, moved: said, assessment, entries },
      text: () => [watermark, ...said, '', drawing(), '', watermark].join('\n'),
    },
  };
}

/** A form says who refers; a report does not. */
const isReferral = (file: unknown): boolean =>
  typeof file === 'object' && file !== null && 'referrer' in file;

/** The form's dates stay: nothing counts from them. */
async function rehearseReferral(parts: Parts, form: unknown): Promise<Outcome<Answer>> {
  const { io, env } = parts;
  const say = (line: string) => void io.err.write(`${line}\n`);
  const now = { ...Object(form), receivedAt: parts.now() } as unknown;
  const rehearsed = await parts.rehearseReferral(now, readSettings(env), say);
  if (!rehearsed.ok) return rehearsed;
  const records = rehearsed.value;
  const entries = records.flatMap(({ reference, entries: own }) =>
    own.map((entry) => ({ ...entry, text: `${reference}: ${entry.text}` })),
  );
  const drawing = () => drawTimeline(entries, { counted: [], skipped: [] });
  return {
    ok: true,
    value: {
      json: { rehearsal: true, records },
      text: () => [watermark, '', drawing(), '', watermark].join('\n'),
    },
  };
}

const help = `
The real workflow on a real server that skips time, kept in memory and thrown away. Every moment of
FILE is moved so that the last one is now. Nobody acts until the first chase; then everything is
recorded as done.

A practice review referral is rehearsed with all that follows: the incident that is started from
it, its rapid review and the local review, until that is published some nine months later.

Examples:
  $ notifiable rehearse examples/looked-after-child-death.json
  $ notifiable rehearse examples/referral-serious-harm.json`;
