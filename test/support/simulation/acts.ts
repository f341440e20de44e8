import {
  agreements,
  alongsideItemNames,
  alongsideStandings,
  signOffViews,
} from '../../../domain/around/alongside';
import type { Command } from '../../../domain/case/commands';
import { isUnfinished, type Actor } from '../../../domain/record/task-book';
import type { Role } from '../../../domain/authority';
import type { DrivenCase } from '../drive-case';
import { minutesAfter, type Chance } from './chance';
import { randomPatch } from './reports';

const actor = (id: string, ...roles: Role[]): Actor => ({ id, roles, coverFor: [] });

const actors = [
  actor('officer-1', 'notifying-officer'),
  actor('deputy-1', 'deputy'),
  actor('manager-1', 'manager'),
  actor('manager-2', 'manager'),
  actor('director-1', 'director'),
  actor('business-1', 'business-manager'),
  actor('front-1', 'front-door'),
  actor('protector-1', 'data-protection'),
];

const criteria = ['death-with-abuse-or-neglect', 'looked-after-child-death', 'care-leaver-death'];

/** Something that a person may try. Much of it is refused, as in life. */
export function randomCommand(chance: Chance, driven: DrivenCase): Command {
  const { state, now } = driven;
  const by = { actor: chance.oneOf(actors) };
  const ids = state.tasks.filter(isUnfinished).map(({ id }) => id);
  const task = ids.length > 0 ? chance.oneOf(ids) : 'panel';
  const proposal = `p${1 + chance.below(state.proposals.length + 1)}`;
  const reason = 'a reason';
  const on = minutesAfter(now, chance.below(40 * 1440)).slice(0, 10);
  const lookAgainOn = chance.percent(50) ? on : null;
  const told = { channel: 'telephone', told: 'the desk' };
  const at = minutesAfter(now, -chance.below(2000));
  const reference = chance.percent(80) ? 'CSONS-1' : null;
  const done = { ...by, name: 'done' as const, tasks: [task], at, reference, ...told };
  const correction = chance.percent(40);
  const amend = { ...by, name: 'amend', patch: randomPatch(chance, now), correction } as const;
  const approve = { ...by, name: 'approve', proposal } as const;
  const withdraw = { ...by, name: 'withdraw', reason } as const;
  const commands: Command[] = [
    done,
    done,
    done,
    { ...done, tasks: ids.length > 0 ? ids : ['panel'] },
    { ...amend, reason },
    { ...amend, reason },
    approve,
    approve,
    { ...by, name: 'acknowledge', tasks: [task] },
    { ...by, name: 'confirm', task, reason },
    { ...by, name: 'confirm', task, reason: null },
    { ...by, name: 'lookAgain', task, on, reason },
    { ...by, name: 'decideNotToNotify', reason, views: [], dissent: null, lookAgainOn },
    {
      ...by,
      name: 'changeAnswer',
      child: 'A',
      criterion: chance.oneOf(criteria),
      answer: chance.oneOf(['met', 'not-met']),
      reason,
    },
    chance.percent(30) ? withdraw : done,
    { ...by, name: 'reopen', reason },
    { ...by, name: 'reassign', task, to: 'officer-1' },
    { ...by, name: 'explain', task, text: 'because of this' },
    { ...by, name: 'redate', reason },
  ];
  return chance.oneOf(commands);
}

/** Something around the notification, which changes nothing else. */
export function randomAside(chance: Chance): Command {
  const by = { actor: chance.oneOf(actors) };
  const reason = 'a reason';
  const item = chance.oneOf(alongsideItemNames);
  const standing = chance.oneOf(alongsideStandings);
  return chance.oneOf<Command>([
    { ...by, name: 'giveView', partner: 'police', view: chance.oneOf(agreements), reason },
    { ...by, name: 'signOff', view: chance.oneOf(signOffViews), reason },
    { ...by, name: 'noteAlongside', item, standing, note: null },
  ]);
}

/** What somebody who knows the procedure does to bring each open task to its end. */
export function nextToFinish({ state, now }: DrivenCase): Command | null {
  const [manager, second] = [actor('closer-1', 'manager'), actor('closer-2', 'manager')];
  const open = state.tasks.filter(isUnfinished);
  const task = open.find(({ kind }) => kind === 'approve') ?? open[0];
  if (!task) return null;
  const reason = 'it is time';
  const confirm = { name: 'confirm', actor: manager, task: task.id, reason } as const;
  switch (task.kind) {
    case 'notify':
    case 'confirm-other':
    case 'correct':
    case 'withdraw':
    case 'end-review':
      return {
        name: 'done',
        actor: manager,
        tasks: [task.id],
        at: now,
        channel: 'telephone',
        reference: 'CSONS-2',
        told: 'the desk',
      };
    case 'decide':
    case 'recheck':
      return settleFacts(state, now, manager);
    case 'approve':
      return { name: 'approve', actor: second, proposal: task.id.replace('approve-', '') };
    default:
      return confirm;
  }
}

/** The facts become known, so that nothing is left to decide or to look at again. */
function settleFacts(state: DrivenCase['state'], now: string, manager: Actor): Command {
  const open = state.children.filter((child) =>
    child.criteria.some(({ answer }) => answer === 'not-yet-known'),
  );
  const reason = 'it is time';
  if (open.length === 0) {
    const rest = { reason, views: [], dissent: null, lookAgainOn: null };
    return { name: 'decideNotToNotify', actor: manager, ...rest };
  }
  const children = open.map(({ ref }) => ({
    ref,
    harm: 'none',
    knownAt: { harm: now },
  }));
  return { name: 'amend', actor: manager, patch: { children }, correction: false, reason };
}
