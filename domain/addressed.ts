import type { Authority, Role } from './authority';
import { ownTasks } from './own-tasks';
import type { Strength, TaskKind } from './task';

/** What decides on a task's ladder. */
export interface TaskSort {
  readonly kind: TaskKind;
  readonly strength: Strength;
}

const strengths = ['must', 'should', 'local'] as const satisfies readonly Strength[];
const notifications = ['notify', 'confirm-other'] as const satisfies readonly TaskKind[];

/** The sorts of task whose whole ladder, as the authority's file has it today, names any of these roles. */
export function addressedTo(roles: readonly Role[], { ladder }: Pick<Authority, 'ladder'>) {
  const names = (to: readonly Role[]) => to.some((role) => roles.includes(role));
  const ofOwn = Object.entries(ownTasks)
    .filter(([, { to, whenMissed }]) => names([...to, ...whenMissed]))
    .flatMap(([kind]) => strengths.map((strength) => ({ kind: kind as TaskKind, strength })));
  const ofDuties = strengths
    .filter((strength) =>
      ladder[strength === 'must' ? 'must' : 'should'].some(({ to }) => names(to)),
    )
    .flatMap((strength) => notifications.map((kind) => ({ kind, strength })));
  return [...ofDuties, ...ofOwn] satisfies TaskSort[];
}
