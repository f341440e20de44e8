import type { Role } from './authority';
import type { CommandName } from './case/commands';

const officers = ['notifying-officer', 'deputy'] as const;
const managers = ['manager', 'director'] as const;
const everyoneAtWork = [...officers, ...managers, 'business-manager', 'front-door'] as const;

/**
 * Who may do what to an incident record: the one table. Our decision throughout, but for these:
 * a changed answer is a manager's, and an approval is a second person's.
 */
export const permissions = {
  acknowledge: everyoneAtWork,
  done: everyoneAtWork,
  explain: everyoneAtWork,
  amend: [...officers, ...managers, 'business-manager'],
  withdraw: [...officers, ...managers],
  reassign: [...officers, ...managers],
  changeAnswer: managers,
  confirm: managers,
  lookAgain: managers,
  decideNotToNotify: managers,
  approve: managers,
  reopen: managers,
  redate: managers,
} as const satisfies Record<CommandName, readonly Role[]>;

export const commandNames = Object.keys(permissions) as readonly CommandName[];

/** Whether any of a person's roles, or of those they cover for, may use a command. */
export function mayDo(command: CommandName, roles: readonly Role[]): boolean {
  const allowed: readonly Role[] = permissions[command];
  return roles.some((role) => allowed.includes(role));
}
