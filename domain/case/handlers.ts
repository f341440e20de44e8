import type { Plan } from '../plan';
import { needed } from '../record/needed';
import { approve, asCriterion } from './approve';
import { giveView, noteAlongside, signOff } from './around';
import type { CommandName, CommandOf } from './commands';
import { amend, bringIntoLine, redate, takeAssessment } from './facts';
import { cancelTask, finishOwn, moveClock, openOwn } from '../record/tasks';
import { openDuty } from './open-duty';
import { link } from './links';
import { propose } from './proposals';
import { factsOf, toldIn, type CaseProposal, type CaseTurn } from './state';
import { isUnfinished, type Task } from '../record/task-book';
import { taskHandlers } from '../record/task-handlers';
import { change, changeTask, taskOf, write } from '../record/turn';

type Handler<Name extends CommandName> = (
  turn: CaseTurn,
  command: CommandOf<Name>,
  plan: Plan | null,
) => void;

/** What each command does once it has been judged. */
export const handlers: { readonly [Name in CommandName]: Handler<Name> } = {
  ...taskHandlers,
  confirm(turn, command) {
    taskHandlers.confirm(turn, command);
    if (taskOf(turn, command.task).kind === 'confirm-clock') acceptLaterClocks(turn);
  },
  lookAgain(turn, { task: id, on, reason }, plan) {
    const { child, criteria, title } = taskOf(turn, id);
    finishOwn(turn, id, `look again on ${on}: ${reason}`);
    write(turn, 'decided', { text: `“${title}”: look again on ${on}. ${reason}`, tasks: [id] });
    const clock = needed(plan).clocks.recheck ?? null;
    const about = { criteria, ...(child !== null && { child }) };
    openOwn(turn, { id: 'recheck', kind: 'recheck', because: reason, clock, ...about });
  },
  amend: (turn, command, plan) => {
    amend(turn, command, needed(plan));
  },
  redate: (turn, command, plan) => {
    redate(turn, command, needed(plan));
  },
  changeAnswer(turn, { child, criterion, answer, reason }, plan) {
    const given = factsOf(turn.state, child);
    const what = { child, criterion: asCriterion(criterion), answer, reason, given };
    put(turn, { what: { kind: 'change-answer', change: what }, reason }, plan);
  },
  withdraw(turn, { reason }, plan) {
    put(turn, { what: { kind: 'withdraw' }, reason }, plan);
  },
  decideNotToNotify(turn, { reason, views, dissent, lookAgainOn }, plan) {
    const decision = { views, dissent, lookAgainOn };
    put(turn, { what: { kind: 'not-notifying', decision }, reason }, plan);
  },
  approve(turn, { proposal: id }, plan) {
    const proposal = turn.state.proposals.find((one) => one.id === id);
    if (proposal) approve(turn, proposal, plan);
  },
  reopen(turn, { reason }, plan) {
    const planned = needed(plan);
    const wasWithdrawn = turn.state.status === 'withdrawn';
    change(turn, { status: 'open' });
    write(turn, 'reopened', { text: `Reopened: ${reason}` });
    if (wasWithdrawn) takeBackWithdrawal(turn, planned);
    const clock = planned.clocks.reopened ?? null;
    openOwn(turn, { id: 'reopened', kind: 'reopened', because: reason, clock });
  },
  link,
  giveView,
  signOff,
  noteAlongside,
};

function put(
  turn: CaseTurn,
  { what, reason }: Pick<CaseProposal, 'what' | 'reason'>,
  plan: Plan | null,
): void {
  const clock = needed(plan).clocks.approve ?? null;
  propose(turn, { what, reason, clock });
}

/** A manager has confirmed when the authority knew: the later dates come into force. */
function acceptLaterClocks(turn: CaseTurn): void {
  for (const { id, laterClock } of turn.state.tasks.filter(isUnfinished)) {
    if (!laterClock) continue;
    changeTask(turn, id, { laterClock: null });
    moveClock(turn, id, { clock: laterClock, why: 'a manager confirmed when the authority knew' });
  }
}

/** Tasks that the withdrawal ended run again; who was told of the withdrawal is told anew. */
function takeBackWithdrawal(turn: CaseTurn, plan: Plan): void {
  for (const { id, kind, state } of turn.state.tasks) {
    if (kind !== 'withdraw') continue;
    if (state.is !== 'done') cancelTask(turn, id, { because: 'the incident was reopened' });
  }
  takeAssessment(turn, plan);
  plan.duties
    .filter(({ task }) => wasToldOfWithdrawal(turn, task))
    .forEach((duty) => {
      openDuty(turn, duty, plan);
    });
  bringIntoLine(turn, plan, { kind: 'development', reason: 'the incident was reopened' });
}

function wasToldOfWithdrawal({ state }: CaseTurn, recipient: Task['recipient']): boolean {
  const latest = toldIn(state.tasks).find((task) => task.recipient === recipient);
  if (latest?.state.is !== 'done') return false;
  const { recordedAt } = latest.state.evidence;
  return state.tasks.some(
    (task) =>
      task.kind === 'withdraw' &&
      task.recipient === recipient &&
      task.state.is === 'done' &&
      task.openedAt >= recordedAt,
  );
}
