import type { Cases, FromReferral, Outcome } from '../client/answers';
import { newCommand } from './command';
import { lookAt } from './look-at';
import { nextSteps } from './next-steps';
import { answer, type Answer } from './output';
import type { Parts } from './parts';
import { notADuplicateOption } from './start';
import { whoActs } from './verb-command';
import { withCases } from './with-cases';

/** `start-incident`: the incident of a referral, in one step. */
export const startIncidentCommand = (parts: Parts) =>
  newCommand('start-incident', 'starts the incident of a referral, with the facts that it has')
    .argument('<REF>', 'the referral’s reference')
    .option('--aware-at <ISO>', 'when the authority became aware (default: the referral’s receipt)')
    .option('--reason <TEXT>', 'why it became aware later than the referral was received')
    .option(...notADuplicateOption)
    .requiredOption(...whoActs)
    .addHelpText('after', help)
    .action(async (reference, { json = false, by, ...given }) => {
      const { awareAt = null, reason = null, ...said } = given;
      const from = { becameAwareAt: awareAt, reason, by, ...said };
      const started = await withCases(parts, by, (cases) => begin(cases, reference, from));
      await answer(parts.io, json, started);
    });

async function begin(
  cases: Cases,
  referral: string,
  given: FromReferral,
): Promise<Outcome<Answer>> {
  const started = await cases.startFromReferral(referral, given);
  if (!started.ok) return started;
  const { reference, already, notCompared: note } = started.value;
  const record = await lookAt(cases, reference);
  const said = already
    ? `${reference} is the incident of ${referral}, and was started before.`
    : `${reference} is started from ${referral}.`;
  const text = () => [said, '', ...(record ? nextSteps(record) : [])].join('\n');
  return { ok: true, value: { json: { ...started.value, referral, record }, text, note } };
}

const help = `
The authority became aware no later than it received the referral. Where the Business Manager’s
receipt is not the authority’s, give the later moment with --aware-at and say why with --reason.

Example:
  $ notifiable start-incident PR-2026-7K3F --by officer-1`;
