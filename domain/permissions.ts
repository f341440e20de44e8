import type { Role } from './authority';
import type { CommandName } from './case/commands';
import type { Actor } from './record/task-book';

const officers = ['notifying-officer', 'deputy'] as const;
const managers = ['manager', 'director'] as const;
const everyoneAtWork = [...officers, ...managers, 'business-manager', 'front-door'] as const;

const commands = {
  acknowledge: everyoneAtWork,
  done: everyoneAtWork,
  explain: everyoneAtWork,
  amend: [...officers, ...managers, 'business-manager'],
  withdraw: [...officers, ...managers],
  reassign: [...officers, ...managers],
  link: [...officers, ...managers],
  changeAnswer: managers,
  confirm: managers,
  lookAgain: managers,
  decideNotToNotify: managers,
  approve: managers,
  reopen: managers,
  redate: managers,
} as const satisfies Record<CommandName, readonly Role[]>;

/** Who read an incident or was refused something: for those who look after the others. */
const reads = {
  accesses: ['director', 'data-protection', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

/**
 * Who may do what: the one table. Our decision throughout, but for these: a changed answer is a
 * manager's, and an approval is a second person's.
 */
export const permissions = { ...commands, ...reads } as const;

export type Permission = keyof typeof permissions;

export const commandNames = Object.keys(commands) as readonly CommandName[];

/** Whether any of a person's roles, or of those they cover for, may do this. */
export function mayDo(what: Permission, roles: readonly Role[]): boolean {
  const allowed: readonly Role[] = permissions[what];
  return roles.some((role) => allowed.includes(role));
}

/** Null: they may. */
export function roleRefused(what: Permission, { id, roles }: Pick<Actor, 'id' | 'roles'>) {
  if (mayDo(what, roles)) return null;
  return `${id} may not do this. It takes one of these roles: ${permissions[what].join(', ')}.`;
}
