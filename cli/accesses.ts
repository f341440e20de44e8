import type { AccessPage } from '../client/answers';
import { newCommand } from './command';
import { answer } from './output';
import type { Parts } from './parts';
import { whoActs } from './verb-command';
import { shortMoment } from '../domain/when';
import { wholeNumber } from './whole-number';
import { withCases } from './with-cases';

const pageSize = 50;

/** `accesses`: who read a record, and who was refused what. */
export const accessesCommand = (parts: Parts) =>
  newCommand('accesses', 'who read a record, or was refused something; newest last')
    .argument('[REF]', 'the record’s reference; left out: all of them')
    .requiredOption(...whoActs)
    .option('--limit <N>', `at most so many, 1 to 1000 (default: ${pageSize})`, wholeNumber)
    .option('--before <NUMBER>', 'only those before this number', wholeNumber)
    .addHelpText('after', help)
    .action(async (reference, { json = false, by, ...given }) => {
      const { limit = pageSize, before = null } = given;
      const request = { reference: reference ?? null, by, limit, before };
      const read = await withCases(parts, by, (cases) => cases.accesses(request));
      if (!read.ok) return answer(parts.io, json, read);
      const text = () => accessesText(read.value);
      await answer(parts.io, json, { ok: true, value: { json: read.value, text } });
    });

function accessesText({ accesses, before }: AccessPage): string {
  if (accesses.length === 0) return 'Nothing is recorded.';
  const earlier =
    before === null ? [] : [`Earlier ones: the same command with --before ${before}.`];
  return [...earlier, ...accesses.map(accessLine)].join('\n');
}

function accessLine({ number, at, who, what, reference, refused }: AccessPage['accesses'][number]) {
  const wanted = [what, reference ?? []].flat().join(' ');
  const said = refused === undefined ? wanted : `refused ${wanted}: ${refused}`;
  return `${String(number).padStart(6)}  ${shortMoment(at)}  ${who}: ${said}`;
}

const help = `
For the director, data protection and auditors. Every show, history, file, export, figures and accesses is
recorded before its answer is given, and every refusal with its sentence; what somebody wrote stands
there as “…”, since it may be about a child. Who did not say who they are stands there as login, with
the name under which this machine knows them. What was done is in the history instead.

Example:
  $ notifiable accesses SI-2026-7K3F --by auditor-1`;
