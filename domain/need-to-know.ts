import { addressedTo } from './addressed';
import type { Authority, Role } from './authority';
import { mayDo } from './permissions';
import type { Actor } from './record/task-book';
import { tasksOf, type RecordView } from './records';

/** They see every record: managers answer for all of them, auditors look after the managers. */
export const overseers: readonly Role[] = ['manager', 'director', 'auditor'];

/**
 * Whether a record is any of a person's business: need-to-know. It concerns who oversees all of them,
 * who owns one of its tasks or covers for an owner, whose role its tasks are addressed to, and who
 * handed in a part of it. Our decision.
 */
export function concerns(
  view: RecordView,
  actor: Actor,
  authority: Pick<Authority, 'ladder'>,
): boolean {
  if (mayDo(overseers, actor.roles)) return true;
  const addressed = addressedTo(actor.roles, authority);
  const self = [actor.id, ...actor.coverFor];
  const isTheirs = tasksOf(view).some(
    ({ owner, kind, strength }) =>
      (owner !== null && self.includes(owner)) ||
      addressed.some((sort) => sort.kind === kind && sort.strength === strength),
  );
  return isTheirs || (view.kind === 'incident' && view.facts.some(({ by }) => self.includes(by)));
}
