import { permissions, roleRefused } from '../permissions';
import type { Command, CommandName, CommandOf } from './commands';
import type { CaseState, CaseProposal } from './state';
import type { Task } from '../record/task-book';
import { approvalRefused } from '../record/proposals';
import { signOffRefused } from './around';
import { linkRefused } from './links';
import { eachTask, endsWith, futureRefused, taskRules } from '../record/task-rules';
import { isNotification } from '../task';

/**
 * Why a command is refused, as a sentence that a person can act on; null when it may go on. What
 * somebody wrote stands in “quotation marks”: of a refusal that is kept, they are emptied.
 */
export function judge(state: CaseState, command: Command, now: string): string | null {
  const rule = rules[command.name] as Rule<Command>;
  return (
    roleRefused(permissions.incident[command.name], command.actor) ?? rule(state, command, now)
  );
}

const withdrawn = 'The incident was withdrawn. Reopen it first.';

const withdrawnRefused = (status: CaseState['status']): string | null =>
  status === 'withdrawn' ? withdrawn : null;

type Rule<C> = (state: CaseState, command: C, now: string) => string | null;

const rules: { [Name in CommandName]: Rule<CommandOf<Name>> } = {
  ...taskRules,
  done: (state, command, now) =>
    futureRefused(command.at, now) ??
    tooEarlyRefused(state, command) ??
    eachTask(state, command.tasks, (task) => doneRefused(task, command.reference)),
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
  changeAnswer: changeRefused,
  lookAgain: (state, { task }) => eachTask(state, [task], endsWith('decide')),
  decideNotToNotify: (state) => {
    if (state.status === 'withdrawn') return withdrawn;
    if (state.decision === 'notify') {
      return 'A criterion is met. Amend the facts or change the answer, with its reason, first.';
    }
    return isWaiting(state, 'not-notifying') ? 'That decision already waits for approval.' : null;
  },
  approve: ({ proposals }, command) => approvalRefused(proposals, command),
  reopen: ({ status }) =>
    status === 'open' ? 'The incident record is open: there is nothing to reopen.' : null,
  link: linkRefused,
  giveView: ({ status }) => withdrawnRefused(status),
  signOff: ({ status }, command) => withdrawnRefused(status) ?? signOffRefused(command),
  noteAlongside: ({ status }) => withdrawnRefused(status),
  redate: ({ status }) => (status === 'open' ? null : 'Only an open incident has dates to move.'),
};

function movesAwareness(patch: CommandOf<'amend'>['patch'], becameAwareAt: string): boolean {
  const moved = patch.becameAwareAt;
  return typeof moved === 'string' && Date.parse(moved) !== Date.parse(becameAwareAt);
}

/** Another authority may have notified before this one knew. */
function tooEarlyRefused(
  { becameAwareAt, tasks }: CaseState,
  command: CommandOf<'done'>,
): string | null {
  const own = tasks.some(({ id, kind }) => command.tasks.includes(id) && kind !== 'confirm-other');
  return own && Date.parse(command.at) < Date.parse(becameAwareAt)
    ? `That moment is before the authority became aware (${becameAwareAt}): check the date.`
    : null;
}

function doneRefused(task: Task, reference: string | null): string | null {
  if (task.recipient === 'panel' && isNotification(task) && reference === null) {
    return 'The Panel’s task needs the reference that the online system gave: add --reference.';
  }
  return isNotification(task) ? null : endsWith('done')(task);
}

function changeRefused(
  state: CaseState,
  { child, criterion, answer }: CommandOf<'changeAnswer'>,
): string | null {
  if (state.status === 'withdrawn') return withdrawn;
  const assessed = state.children.find(({ ref }) => ref === child);
  if (!assessed) {
    const known = state.children.map(({ ref }) => `“${ref}”`).join(', ');
    return `There is no child “${child}” here: ${known}.`;
  }
  const found = assessed.criteria.find(({ id }) => id === criterion);
  if (!found) {
    const known = assessed.criteria.map(({ id }) => id).join(', ');
    return `There is no criterion “${criterion}”. The criteria: ${known}.`;
  }
  return found.answer === answer ? `The answer is already “${answer}”.` : null;
}

function isWaiting({ proposals }: CaseState, kind: CaseProposal['what']['kind']): boolean {
  return proposals.some(({ state, what }) => state === 'waiting' && what.kind === kind);
}
