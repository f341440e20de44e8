import { endsBy } from '../own-tasks';
import { mayDo, permissions } from '../permissions';
import type { Command, CommandName, CommandOf } from './commands';
import { isUnfinished, type CaseState, type Proposal, type Task } from './state';
import { isNotification } from '../task';

/** Why a command is refused, as a sentence that a person can act on; null when it may go on. */
export function judge(state: CaseState, command: Command, now: string): string | null {
  if (!mayDo(command.name, command.actor.roles)) {
    const who = permissions[command.name].join(', ');
    return `${command.actor.id} may not do this. It takes one of these roles: ${who}.`;
  }
  const rule = rules[command.name] as Rule<Command>;
  return rule(state, command, now);
}

const withdrawn = 'The incident was withdrawn. Reopen it first.';

type Rule<C> = (state: CaseState, command: C, now: string) => string | null;

const rules: { [Name in CommandName]: Rule<CommandOf<Name>> } = {
  acknowledge: (state, { tasks, actor }) =>
    eachTask(state, tasks, (task) =>
      task.state.is === 'acknowledged' && task.state.by === actor.id
        ? `${actor.id} has already acknowledged ${task.id}.`
        : null,
    ),
  done: (state, command, now) =>
    momentRefused(state, command, now) ??
    eachTask(state, command.tasks, (task) => doneRefused(task, command.reference)),
  explain: (state, { task }) => knownTask(state, task),
  amend: ({ status, becameAwareAt }, { correction, reason, patch }) => {
    if (status === 'withdrawn') return withdrawn;
    if (!correction && movesAwareness(patch, becameAwareAt)) {
      return 'When the authority became aware changes only by a correction: add --correction.';
    }
    return correction && reason === null ? 'A correction needs its reason: add --reason.' : null;
  },
  withdraw: (state) => {
    if (state.status === 'withdrawn') return 'The incident is already withdrawn.';
    return isWaiting(state, 'withdraw') ? 'A withdrawal already waits for approval.' : null;
  },
  reassign: (state, { task }) => eachTask(state, [task], () => null),
  changeAnswer: changeRefused,
  confirm: (state, { task }) => eachTask(state, [task], endsWith('confirm')),
  lookAgain: (state, { task }) => eachTask(state, [task], endsWith('decide')),
  decideNotToNotify: (state) => {
    if (state.status === 'withdrawn') return withdrawn;
    if (state.decision === 'notify') {
      return 'A criterion is met. Amend the facts or change the answer, with its reason, first.';
    }
    return isWaiting(state, 'not-notifying') ? 'That decision already waits for approval.' : null;
  },
  approve: ({ proposals }, { proposal, actor }) =>
    approvalRefused(
      proposals.find(({ id }) => id === proposal),
      { proposal, actor },
    ),
  reopen: ({ status }) =>
    status === 'open' ? 'The incident record is open: there is nothing to reopen.' : null,
  redate: ({ status }) => (status === 'open' ? null : 'Only an open incident has dates to move.'),
};

function movesAwareness(patch: CommandOf<'amend'>['patch'], becameAwareAt: string): boolean {
  const moved = patch.becameAwareAt;
  return typeof moved === 'string' && Date.parse(moved) !== Date.parse(becameAwareAt);
}

function eachTask(
  state: CaseState,
  ids: readonly string[],
  refusal: (task: Task) => string | null,
): string | null {
  const refusals = ids.map((id) => {
    const task = state.tasks.find((one) => one.id === id);
    if (!task) return unknownTask(state, id);
    if (task.state.is === 'done') return `${id} is already done: nothing was changed.`;
    if (task.state.is === 'cancelled') return `${id} has ended: ${task.state.because}.`;
    return refusal(task);
  });
  return refusals.filter((one) => one !== null).join(' ') || null;
}

function knownTask(state: CaseState, id: string): string | null {
  return state.tasks.some((task) => task.id === id) ? null : unknownTask(state, id);
}

function unknownTask({ tasks }: CaseState, id: string): string {
  const open = tasks.filter(isUnfinished).map((task) => task.id);
  const known = open.length > 0 ? `Its open tasks: ${open.join(', ')}.` : 'It has no open tasks.';
  return `There is no task “${id}” here. ${known}`;
}

/** Another authority may have notified before this one knew. */
function momentRefused(
  { becameAwareAt, tasks }: CaseState,
  command: CommandOf<'done'>,
  now: string,
): string | null {
  const moment = Date.parse(command.at);
  const own = tasks.some(({ id, kind }) => command.tasks.includes(id) && kind !== 'confirm-other');
  if (moment > Date.parse(now)) {
    return 'That moment is in the future: give the moment at which it was done.';
  }
  return own && moment < Date.parse(becameAwareAt)
    ? `That moment is before the authority became aware (${becameAwareAt}): check the date.`
    : null;
}

function doneRefused(task: Task, reference: string | null): string | null {
  if (task.recipient === 'panel' && isNotification(task) && reference === null) {
    return 'The Panel’s task needs the reference that the online system gave: add --reference.';
  }
  return isNotification(task) ? null : endsWith('done')(task);
}

const howToEnd = {
  done: 'Record that it was done (notifiable done).',
  confirm: 'A manager confirms it (notifiable confirm).',
  decide:
    'Amend the facts, set a date to look again (notifiable look-again), or decide not to notify.',
  approve: 'It ends when a second person approves the proposal (notifiable approve).',
} as const;

function endsWith(how: keyof typeof howToEnd) {
  return (task: Task): string | null => {
    const ends = endsBy(task.kind);
    return ends === how ? null : `${task.id} does not end that way. ${howToEnd[ends]}`;
  };
}

function changeRefused(
  state: CaseState,
  { child, criterion, answer }: CommandOf<'changeAnswer'>,
): string | null {
  if (state.status === 'withdrawn') return withdrawn;
  const assessed = state.children.find(({ ref }) => ref === child);
  if (!assessed) {
    return `There is no child “${child}” here: ${state.children.map(({ ref }) => ref).join(', ')}.`;
  }
  const found = assessed.criteria.find(({ id }) => id === criterion);
  if (!found) {
    const known = assessed.criteria.map(({ id }) => id).join(', ');
    return `There is no criterion “${criterion}”. The criteria: ${known}.`;
  }
  return found.answer === answer ? `The answer is already “${answer}”.` : null;
}

function isWaiting({ proposals }: CaseState, kind: Proposal['what']['kind']): boolean {
  return proposals.some(({ state, what }) => state === 'waiting' && what.kind === kind);
}

function approvalRefused(
  proposal: Proposal | undefined,
  { proposal: id, actor }: Pick<CommandOf<'approve'>, 'proposal' | 'actor'>,
): string | null {
  if (!proposal) return `There is no proposal “${id}” here.`;
  if (proposal.state !== 'waiting') return `Proposal ${id} is already ${proposal.state}.`;
  return proposal.by === actor.id
    ? `${actor.id} made this proposal: a second person must approve it.`
    : null;
}
