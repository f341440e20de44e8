import type { Role } from './authority';
import type { CommandName } from './case/commands';
import type { ReferralCommandName } from './referral/commands';
import type { ReviewCommandName } from './review/commands';
import type { Actor } from './record/task-book';

const officers = ['notifying-officer', 'deputy'] as const;
const managers = ['manager', 'director'] as const;
const everyoneAtWork = [...officers, ...managers, 'business-manager', 'front-door'] as const;

/** The partnership's business, which its Business Manager runs. */
const partnership = ['business-manager', ...managers] as const;

type Row = readonly Role[];

const onTasks = {
  acknowledge: everyoneAtWork,
  done: everyoneAtWork,
  explain: everyoneAtWork,
} as const;

const onIncidents = {
  ...onTasks,
  amend: everyoneAtWork,
  withdraw: [...officers, ...managers],
  reassign: [...officers, ...managers],
  link: [...officers, ...managers],
  giveView: [...officers, ...partnership],
  signOff: [...officers, ...managers],
  noteAlongside: everyoneAtWork,
  changeAnswer: managers,
  confirm: managers,
  lookAgain: managers,
  decideNotToNotify: managers,
  approve: managers,
  reopen: managers,
  redate: managers,
} as const satisfies Record<CommandName, Row>;

const onReferrals = {
  ...onTasks,
  amend: partnership,
  reassign: partnership,
  confirm: partnership,
  askReferrer: partnership,
  giveView: partnership,
  decideReferral: partnership,
  startIncident: everyoneAtWork,
  redate: managers,
} as const satisfies Record<ReferralCommandName, Row>;

const onReviews = {
  ...onTasks,
  reassign: partnership,
  confirm: partnership,
  askAgency: partnership,
  signOff: partnership,
  decideReview: partnership,
  recordReply: partnership,
  appoint: partnership,
  askInWriting: partnership,
  planPublication: partnership,
  withholdReport: managers,
  publish: partnership,
  addAction: partnership,
  acceptNotDone: managers,
  endReview: partnership,
  approve: managers,
  redate: managers,
} as const satisfies Record<ReviewCommandName, Row>;

/** Who read an incident or was refused something: for those who look after the others. */
const reads = {
  accesses: ['director', 'data-protection', 'auditor'],
} as const satisfies Record<string, Row>;

/** Temporal's own pages, for those who keep the service running: no fact can be read there. */
const machinery = {
  temporal: ['operator'],
} as const satisfies Record<string, Row>;

/** Everyone enters and ends their own. */
const absences = {
  ofAnother: ['deputy', ...partnership],
} as const satisfies Record<string, Row>;

/**
 * Who may do what with each kind of record: the one table. Our decision throughout, but for these: a
 * changed answer is a manager's, and an approval is a second person's.
 */
export const permissions = {
  incident: onIncidents,
  referral: onReferrals,
  review: onReviews,
  register: reads,
  machinery,
  absences,
} as const;

/** Whether any of a person's roles, or of those they cover for, is among those that may. */
export const mayDo = (allowed: Row, roles: Row): boolean =>
  roles.some((role) => allowed.includes(role));

/** Null: they may. */
export function roleRefused(allowed: Row, { id, roles }: Pick<Actor, 'id' | 'roles'>) {
  if (mayDo(allowed, roles)) return null;
  return `${id} may not do this. It takes one of these roles: ${allowed.join(', ')}.`;
}
