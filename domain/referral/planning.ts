import type { DatesRequest, DatesWanted, DateRule } from '../dates';
import type { OwnTaskKind } from '../own-tasks';
import { redateRequest } from '../record/redate';
import { isUnfinished } from '../record/task-book';
import type { ReferralCommand } from './commands';
import type { ReferralFacts } from './plan';
import type { ReferralState } from './state';

/** Counted from the receipt: recording it late moves none of them. */
const fromReceipt: readonly string[] = [
  'acknowledge-referral',
  'check-referral',
  'partner-view',
  'decide-referral',
] satisfies OwnTaskKind[];

const asked = (now: string, kind: OwnTaskKind, due?: DateRule): Record<string, DatesWanted> => ({
  [kind]: { kind, startsAt: now, ...(due && { due }) },
});

/** What must be worked out for a new referral, at an instant. */
export function openingDates({ form, partners }: ReferralFacts, now: string): DatesRequest {
  const since = form.receivedAt;
  const all = {
    ...asked(now, 'raise-concern'),
    ...asked(now, 'start-incident'),
    ...asked(since, 'acknowledge-referral'),
  };
  if (form.kind === 'considered-not-referring') return { now, tasks: all };
  const view: DatesWanted = { kind: 'partner-view', startsAt: since };
  const views = partners.map((id) => [viewTask(id), view] as const);
  const rest = { ...asked(since, 'check-referral'), ...asked(since, 'decide-referral') };
  return { now, tasks: { ...all, ...rest, ...Object.fromEntries(views) } };
}

/** The task that waits for a partner's view. */
export const viewTask = (partner: string): string => `partner-view:${partner}`;

/** What must be worked out before a command can be carried out; null when it needs no dates. */
export function datesFor(
  state: ReferralState,
  command: Exclude<ReferralCommand, { name: 'amend' }>,
  now: string,
): DatesRequest | null {
  switch (command.name) {
    case 'askReferrer':
      return untilGiven(now, command.by, {});
    case 'decideReferral': {
      const always = { ...asked(now, 'tell-referrer'), ...asked(now, 'start-incident') };
      if (command.by === null) return { now, tasks: always };
      const decide = asked(now, 'decide-referral', { on: command.by });
      return untilGiven(now, command.by, { ...always, ...decide });
    }
    case 'redate':
      return redateRequest(state, now);
    case 'acknowledge':
    case 'done':
    case 'explain':
    case 'reassign':
    case 'confirm':
    case 'giveView':
    case 'startIncident':
      return null;
    default:
      return command satisfies never;
  }
}

function untilGiven(now: string, by: string, others: DatesRequest['tasks']): DatesRequest {
  const tasks = { ...others, ...asked(now, 'missing-information', { on: by }) };
  return { now, tasks, toCome: { '--by-date': by } };
}

/** The same for new facts: a corrected receipt moves the open dates that count from it. */
export function amendDates(state: ReferralState, facts: ReferralFacts, now: string): DatesRequest {
  const startsAt = facts.form.receivedAt;
  const moved = startsAt === state.receivedAt ? [] : state.tasks.filter(isUnfinished);
  const tasks = moved.flatMap(({ id, kind, due, clock }) =>
    due &&
    'workingDays' in due &&
    clock?.startsAt === state.receivedAt &&
    fromReceipt.includes(kind)
      ? [[id, { kind: kind as OwnTaskKind, startsAt, due }] as const]
      : [],
  );
  const always = { ...asked(now, 'raise-concern'), ...asked(now, 'start-incident') };
  return { now, tasks: { ...Object.fromEntries(tasks), ...always } };
}
