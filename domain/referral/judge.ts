import { kindOf } from '../record/kinds';
import { permissions, roleRefused } from '../permissions';
import { taskRules } from '../record/task-rules';
import type { ReferralCommand, ReferralCommandName, ReferralCommandOf } from './commands';
import type { ReferralState } from './state';

/** Why a command is refused, as a sentence that a person can act on; null when it may go on. */
export function judgeReferral(
  state: ReferralState,
  command: ReferralCommand,
  now: string,
): string | null {
  const rule = rules[command.name] as Rule<ReferralCommand>;
  return (
    roleRefused(permissions.referral[command.name], command.actor) ?? rule(state, command, now)
  );
}

type Rule<C> = (state: ReferralState, command: C, now: string) => string | null;

const rules: { [Name in ReferralCommandName]: Rule<ReferralCommandOf<Name>> } = {
  ...taskRules,
  done: (state, command, now) =>
    tooEarlyRefused(state, command) ?? taskRules.done(state, command, now),
  amend: amendRefused,
  askReferrer: onlyReferrals,
  giveView: (state, { partner }) =>
    onlyReferrals(state) ??
    (state.partners.includes(partner)
      ? null
      : `“${partner}” is none of the safeguarding partners: ${state.partners.join(', ')}.`),
  decideReferral: decisionRefused,
  startIncident: startRefused,
  redate: ({ status }) => (status === 'open' ? null : 'Only an open referral has dates to move.'),
};

/** The concern may have been raised before the referral arrived. */
function tooEarlyRefused(
  { receivedAt, tasks }: ReferralState,
  { tasks: ids, at }: ReferralCommandOf<'done'>,
): string | null {
  const followsReceipt = tasks.some(({ id, kind }) => ids.includes(id) && kind !== 'raise-concern');
  return followsReceipt && Date.parse(at) < Date.parse(receivedAt)
    ? `That moment is before the referral was received (${receivedAt}): check the date.`
    : null;
}

function onlyReferrals({ form }: ReferralState): string | null {
  return form.kind === 'referral'
    ? null
    : 'This records that a case was not referred: there is nothing to decide. Hand in a referral.';
}

function amendRefused(
  { form, receivedAt }: ReferralState,
  { patch, correction, reason }: ReferralCommandOf<'amend'>,
): string | null {
  if ('kind' in patch && patch.kind !== form.kind) {
    return 'A referral and a record of not referring are two things: hand in the other as its own.';
  }
  if (correction) {
    return reason === null ? 'A correction needs its reason: add --reason.' : null;
  }
  const moved = patch.receivedAt;
  return typeof moved === 'string' && Date.parse(moved) !== Date.parse(receivedAt)
    ? 'When the referral was received changes only by a correction: add --correction.'
    : null;
}

function decisionRefused(
  state: ReferralState,
  { outcome, by, toReferrer }: ReferralCommandOf<'decideReferral'>,
): string | null {
  const refused = onlyReferrals(state);
  if (refused !== null) return refused;
  const needsMore = outcome === 'more-information';
  if (needsMore && by === null) return 'Say by when more information is needed: add --by-date.';
  if (!needsMore && by !== null) {
    return 'A date belongs only with the outcome more-information: leave --by-date out.';
  }
  const written = toReferrer.toUpperCase();
  const named = state.form.children.some(({ localCaseId, bornOn }) =>
    [localCaseId, bornOn].some((data) => data !== null && written.includes(data.toUpperCase())),
  );
  return named
    ? 'What the referrer is told holds a child’s case number or date of birth: leave that out.'
    : null;
}

function startRefused(
  { incident, receivedAt }: ReferralState,
  command: ReferralCommandOf<'startIncident'>,
  now: string,
): string | null {
  if (incident !== null) return `The incident record ${incident} was started from it already.`;
  if (kindOf(command.incident) !== 'incident') {
    return `${command.incident} is no reference of an incident record.`;
  }
  const aware = Date.parse(command.becameAwareAt);
  if (aware > Date.parse(now)) return 'That moment is in the future: give when it became aware.';
  return aware > Date.parse(receivedAt) && command.reason === null
    ? `The authority became aware no later than it received the referral (${receivedAt}). Where the ` +
        'Business Manager’s receipt was not the authority’s, say why: add --reason.'
    : null;
}
