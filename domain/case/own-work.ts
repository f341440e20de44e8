import type { Plan, PlannedOwnTask } from '../plan';
import { cancelTask, moveClock, openOwn } from '../record/tasks';
import { lapseProposals } from './proposals';
import { isUnfinished, type Task } from '../record/task-book';
import { toldIn, type CaseTurn } from './state';
import { isNotification } from '../task';
import { change, changeTask, write } from '../record/turn';

const calledFor = ['confirm-none', 'confirm-clock', 'confirm-holder', 'decide'];

/** Brings the authority's own tasks into line with what the facts call for. */
export function reconcileOwnTasks(turn: CaseTurn, plan: Plan): void {
  const wanted = plan.ownTasks.filter((task) => isCalledFor(turn, task));
  for (const planned of wanted) {
    const open = turn.state.tasks.find((task) => isUnfinished(task) && isSame(task, planned));
    if (open) {
      changeTask(turn, open.id, { because: planned.because, criteria: planned.criteria });
      bringForward(turn, open, planned);
    } else if (!wasSettled(turn, planned)) {
      openOwn(turn, planned);
    }
  }
  for (const task of turn.state.tasks.filter(isUnfinished)) {
    const moot = calledFor.includes(task.kind) && !wanted.some((one) => isSame(task, one));
    if (moot || isAnswered(task, plan))
      cancelTask(turn, task.id, { because: 'the facts no longer call for it' });
  }
}

/** A decision is due when the duty would have been, so it never waits past an earlier awareness. */
function bringForward(
  turn: CaseTurn,
  { id, kind, clock: current }: Task,
  { clock }: PlannedOwnTask,
) {
  if (kind !== 'decide' || !current || clock.dueAt >= current.dueAt) return;
  moveClock(turn, id, { clock, why: 'the authority knew earlier' });
}

const isSame = (task: Task, planned: PlannedOwnTask): boolean =>
  task.kind === planned.kind && task.child === (planned.child ?? null);

/** Looking again has no subject once a child's facts are known, or once a criterion is met. */
function isAnswered({ kind, child }: Task, { decision, children }: Plan): boolean {
  if (kind !== 'recheck') return false;
  if (child === null) return decision === 'notify';
  const criteria = children.find(({ ref }) => ref === child)?.criteria ?? [];
  return !criteria.some(({ answer }) => answer === 'not-yet-known');
}

/** A later start needs confirming only where a task has one; none needed only where none is. */
function isCalledFor({ state }: CaseTurn, { kind, child }: PlannedOwnTask): boolean {
  switch (kind) {
    case 'confirm-none':
      return !state.tasks.some((task) => isNotification(task) && task.state.is !== 'cancelled');
    case 'confirm-clock':
      return state.tasks.some((task) => isUnfinished(task) && isClaimed(task));
    case 'decide':
      return !state.tasks.some(
        (task) => task.kind === 'recheck' && isUnfinished(task) && task.child === (child ?? null),
      );
    default:
      return true;
  }
}

/** The strict date passed already, or the later one waits: either way a manager is asked. */
const isClaimed = (task: Task): boolean => task.laterClock !== null || task.strictClock !== null;

function wasSettled({ state }: CaseTurn, planned: PlannedOwnTask): boolean {
  const isClock = planned.kind === 'confirm-clock';
  if (isClock && state.tasks.some((task) => isUnfinished(task) && task.laterClock)) return false;
  const wasOwed = (since: string) =>
    state.tasks.some((task) => isNotification(task) && task.openedAt >= since);
  return state.tasks.some(
    (task) =>
      isSame(task, planned) &&
      task.state.is === 'done' &&
      task.because === planned.because &&
      !(task.kind === 'confirm-none' && wasOwed(task.state.evidence.recordedAt)),
  );
}

/** Those who were told a fact that has changed are told of the change; just they. */
export function openCorrections(turn: CaseTurn, plan: Plan, because: string): void {
  for (const { id, title, recipient } of toldIn(turn.state.tasks)) {
    openOwn(turn, {
      recipient,
      id: `correct:${id}`,
      kind: 'correct',
      title: `Tell them of the changed facts (“${title}” is done)`,
      because,
      clock: plan.clocks.correct ?? null,
    });
  }
}

/**
 * Ends every open task with one recorded cause. Each recipient already told gets a withdrawal task:
 * what was sent stays, with its evidence.
 */
export function withdrawAll(turn: CaseTurn, plan: Plan, reason: string): void {
  const because = `the incident was withdrawn: ${reason}`;
  turn.state.tasks
    .filter(isUnfinished)
    .forEach(({ id }) => cancelTask(turn, id, { because, approvedBy: turn.by }));
  lapseProposals(turn, ['change-tasks', 'change-answer', 'not-notifying'], because);
  change(turn, { status: 'withdrawn' });
  write(turn, 'withdrawn', { text: `Withdrawn: ${reason}` });
  for (const { id, title, recipient } of toldIn(turn.state.tasks)) {
    openOwn(turn, {
      recipient,
      id: `withdraw:${id}`,
      kind: 'withdraw',
      title: `Tell them that the notification is withdrawn (“${title}” is done)`,
      because: reason,
      clock: plan.clocks.withdraw ?? null,
    });
  }
}
