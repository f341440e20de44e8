import { londonDateOf } from '../../../domain/calendar';
import { endsBy } from '../../../domain/own-tasks';
import type { Ending } from '../../../domain/own-task';
import { isUnfinished, type Actor, type Task } from '../../../domain/record/task-book';
import { replies, type ReviewCommand } from '../../../domain/review/commands';
import type { Role } from '../../../domain/roles';
import { deciding, evidence, type DrivenReview } from '../drive-review';
import { minutesAfter, type Chance } from './chance';

const actor = (id: string, ...roles: Role[]): Actor => ({ id, roles, coverFor: [] });

const actors = [
  actor('business-1', 'business-manager'),
  actor('business-1', 'business-manager'),
  actor('manager-1', 'manager'),
  actor('manager-2', 'manager'),
  actor('director-1', 'director'),
  actor('officer-1', 'notifying-officer'),
  actor('auditor-1', 'auditor'),
];

const reason = 'a reason';
const text = 'in so many words';

/** Something that a person may try. Much of it is refused, as in life. */
export function randomCommand(chance: Chance, { state, now }: DrivenReview): ReviewCommand {
  const ids = state.tasks.filter(isUnfinished).map(({ id }) => id);
  const task = ids.length > 0 ? chance.oneOf(ids) : 'publish';
  const at = minutesAfter(now, -chance.below(3 * 1440));
  const on = londonDateOf(minutesAfter(now, (chance.below(240) - 20) * 1440));
  const decision = chance.oneOf(['local-review', 'local-review', 'no-local-review'] as const);
  const past = londonDateOf(at);
  const proposal = `p${1 + chance.below(state.proposals.length + 1)}`;
  const commands: readonly Unsigned[] = [
    { name: 'done', ...evidence([task], at) },
    { name: 'done', ...evidence([task], at) },
    { name: 'done', ...evidence(ids.length > 0 ? ids : [task], at) },
    { name: 'acknowledge', tasks: [task] },
    { name: 'askAgency', agency: 'the school', text, by: chance.percent(50) ? on : null },
    {
      name: 'signOff',
      partner: chance.oneOf(['icb', 'police', 'nobody']),
      view: chance.oneOf(['agrees', 'dissents']),
      reason,
    },
    { name: 'decideReview', ...deciding(decision, at) },
    { name: 'decideReview', ...deciding(decision, at) },
    {
      name: 'recordReply',
      at,
      reply: chance.oneOf(replies),
      text,
      by: chance.percent(40) ? on : null,
    },
    { name: 'appoint', reviewer: 'Reviewer 1', expertise: text, conflicts: text },
    { name: 'askInWriting', of: 'the trust', what: 'draft', text, by: on },
    { name: 'planPublication', on, reason },
    { name: 'planPublication', on, reason },
    chance.percent(40) ? { name: 'withholdReport', reason } : { name: 'redate', reason },
    chance.percent(40)
      ? { name: 'publish', on: past, where: 'the site' }
      : { name: 'explain', task, text },
    { name: 'addAction', what: 'Train', owner: 'the school', by: on },
    { name: 'acceptNotDone', task, reason },
    chance.percent(20) ? { name: 'endReview', reason } : { name: 'confirm', task, reason },
    { name: 'approve', proposal },
    { name: 'reassign', task, to: 'officer-1' },
  ];
  return { ...chance.oneOf(commands), actor: chance.oneOf(actors) };
}

type Unsigned<C = ReviewCommand> = C extends ReviewCommand ? Omit<C, 'actor'> : never;

/** What somebody who knows the procedure does to bring each open task to its end. */
export function nextToFinish({ state, now }: DrivenReview): ReviewCommand | null {
  const open = state.tasks.filter(isUnfinished);
  // Checks of progress go on until the report is published, so they come last.
  const task = open.find(({ kind }) => kind !== 'progress-check') ?? open[0];
  return task ? { ...ending(task, now), actor: closerOf(task) } : null;
}

const closerOf = ({ kind }: Task) =>
  kind === 'approve' ? actor('closer-2', 'manager') : actor('closer-1', 'manager');

function ending({ id, kind }: Task, now: string): Unsigned {
  const how = {
    done: { name: 'done', ...evidence([id], now) },
    confirm: { name: 'confirm', task: id, reason },
    approve: { name: 'approve', proposal: id.replace('approve-', '') },
    signOff: { name: 'signOff', partner: id.replace('sign-off:', ''), view: 'agrees', reason },
    decideReview: { name: 'decideReview', ...deciding('no-local-review', now) },
    recordReply: { name: 'recordReply', at: now, reply: 'agrees', text, by: null },
    appoint: { name: 'appoint', reviewer: 'Reviewer 1', expertise: text, conflicts: text },
    publish: { name: 'publish', on: londonDateOf(now), where: 'the site' },
  } as const satisfies Partial<Record<Ending, Unsigned>>;
  const end = endsBy(kind);
  if (end in how) return how[end as keyof typeof how];
  throw new Error(`Nobody knows how ${id} ends`);
}
