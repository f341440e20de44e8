import type { Begun, Cases, NewReferral, Outcome } from '../client/answers';
import { referenceRefused } from '../client/reference';
import type { Authority } from '../domain/authority';
import type { RecordView } from '../domain/records';
import { parseReferral, referralSchema } from '../domain/referral/form';
import { howToReportAChildAtRisk } from '../domain/referral/wording';
import { readSettings } from '../settings';
import { newCommand } from './command';
import { lookAt } from './look-at';
import { nextSteps } from './next-steps';
import { answer, refuse, type Answer } from './output';
import type { Parts } from './parts';
import { readAuthority } from './read-authority';
import { readDocument } from './read-report';
import { withCases } from './with-cases';

/** `refer`: a practice review referral, from a form. */
export const referCommand = (parts: Parts) =>
  newCommand('refer', 'a practice review referral; not for reporting a child at risk')
    .argument('[FILE]', 'the form, in JSON or YAML; - reads standard input')
    .option('--schema', 'print the form as a JSON schema, every field with its question')
    .option('--reference <REF>', 'use this reference, which begins with PR-, instead of a new one')
    .option('--by <ID>', 'who you are: your id in the authority’s file')
    .addHelpText('after', help)
    .action(async (file, { json = false, schema = false, reference = null, by = null }) => {
      if (schema) return answer(parts.io, json, { ok: true, value: schemaAnswer() });
      const unusable = reference === null ? null : referenceRefused(reference, 'referral');
      if (unusable) return refuse(parts.io, json, unusable.problems);
      const form = await readForm(parts, file);
      if (!form.ok) return refuse(parts.io, json, form.problems);
      const authority = await readAuthority(readSettings(parts.env).authorityFile, parts.io.input);
      if (!authority.ok) return refuse(parts.io, json, authority.problems);
      const referral = { form: form.value, reference, by };
      const referred = await withCases(parts, by, (cases) =>
        refer(cases, referral, authority.value),
      );
      await answer(parts.io, json, referred);
    });

/** The form as it is, or every problem in it, before anything is connected or begun. */
async function readForm(parts: Parts, file: string | undefined): Promise<Outcome<unknown>> {
  if (file === undefined) return { ok: false, problems: [noFile] };
  const read = await readDocument(file, parts.io.input);
  if (!read.ok) return read;
  const parsed = parseReferral(read.value, { now: parts.now() });
  return parsed.ok ? read : parsed;
}

const noFile = {
  path: 'FILE',
  problem: 'There is no form',
  remedy: 'Name its file; `notifiable refer --schema` prints every question',
};

function schemaAnswer(): Answer {
  const schema = referralSchema();
  return { json: schema, text: () => JSON.stringify(schema, null, 2) };
}

/** Starts a referral and looks at what came of it. */
async function refer(
  cases: Cases,
  referral: NewReferral,
  authority: Authority,
): Promise<Outcome<Answer>> {
  const begun = await cases.refer(referral);
  if (!begun.ok) return begun;
  const record = await lookAt(cases, begun.value.reference);
  const text = () => [
    ...referredLines(begun.value, record),
    '',
    ...howToReportAChildAtRisk(authority),
  ];
  return { ok: true, value: { json: { ...begun.value, record }, text: () => text().join('\n') } };
}

function referredLines({ reference, already }: Begun, record: RecordView | null): string[] {
  const said = already
    ? `${reference} was started before from this very form; nothing new began.`
    : `${reference} is started.`;
  if (!record) {
    return [
      said,
      '',
      'It is kept safely, but no worker has taken it up yet. Do not hand it in again.',
    ];
  }
  const flags = record.kind === 'referral' ? record.flags.map(({ words }) => words) : [];
  return [said, ...flags, '', ...nextSteps(record)];
}

const help = `
Anyone may refer a case to the safeguarding partners, through the Partnership Business Manager, and
says why the criteria for a review may be met. A referral never holds up a notification: where the
facts already meet the criteria, it says so at once, and \`notifiable start-incident\` starts it.

Examples:
  $ notifiable refer examples/referral-serious-harm.json --by business-manager-1
  $ notifiable refer --schema`;
