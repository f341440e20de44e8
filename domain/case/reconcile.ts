import { stronger } from '../duties';
import type { Plan, PlannedDuty } from '../plan';
import type { Clock } from '../task';
import { dateInWords } from '../wording';
import { cancelTask, moveClock } from '../record/tasks';
import { openDuty } from './open-duty';
import { applyChange, asksFor, keepProposals, propose } from './proposals';
import { isUnfinished, type Task } from '../record/task-book';
import { latestFor, type TaskChange, type CaseTurn } from './state';
import { isNotification } from '../task';
import { change, changeTask } from '../record/turn';

/** Why the tasks are compared with a new plan. */
export interface Cause {
  readonly kind: 'development' | 'correction' | 'calendar' | 'approved';
  readonly reason: string;
}

/**
 * Brings the notification tasks into line with a plan. What adds a task or brings one forward
 * happens at once, a duty that becomes ours too. What would end, weaken or give away an unsent `must` task, or put any unsent
 * task off, waits for a second person: until then its ladder runs on. What waits already keeps its
 * proposer, and a yes to another proposal is no yes to it.
 */
export function reconcileDuties(turn: CaseTurn, plan: Plan, cause: Cause): void {
  const clock = plan.clocks.approve ?? null;
  const wanted = [
    ...plan.duties.flatMap((duty) => reconcileOne(turn, { duty, plan, cause })),
    ...noLongerOwed(turn, plan, cause),
  ];
  putInOrder(turn, plan);
  const changes = keepProposals(turn, [...wanted, ...stillPutOff(turn, cause)], clock);
  if (cause.kind === 'approved') changes.forEach((one) => applyChange(turn, one));
  else if (changes.length > 0) {
    propose(turn, { what: { kind: 'change-tasks', changes }, reason: cause.reason, clock });
  }
}

/** Only moves the dates of notification tasks that are still to be done. */
export function moveDates(turn: CaseTurn, plan: Plan, cause: Cause): void {
  for (const duty of plan.duties) {
    const task = latestFor(turn.state.tasks, duty.task);
    if (task && isUnfinished(task)) redate(turn, task, { duty, cause });
  }
}

interface Pair {
  readonly duty: PlannedDuty;
  readonly plan: Plan;
  readonly cause: Cause;
}

function reconcileOne(turn: CaseTurn, { duty, plan, cause }: Pair): TaskChange[] {
  const task = latestFor(turn.state.tasks, duty.task);
  if (!task || task.state.is === 'cancelled') {
    openDuty(turn, duty, plan);
    return [];
  }
  if (!isUnfinished(task)) return [];
  changeTask(turn, task.id, { criteria: duty.criteria, because: duty.holderReason });
  const weaker = weaken(task, duty);
  const later = putOff(turn, task, { duty, cause });
  if (weaker.length === 0 && later.length === 0) redate(turn, task, { duty, cause });
  const handed = handOver(task, duty);
  const atOnce = task.strength === 'must' ? [] : [...weaker, ...handed];
  const taken = duty.kind === 'notify' ? handed : [];
  new Set([...atOnce, ...taken]).forEach((one) => {
    applyChange(turn, one);
  });
  const waits = task.strength === 'must' ? [...weaker, ...handed] : [];
  return [...waits.filter((one) => !taken.includes(one)), ...later];
}

function redate(turn: CaseTurn, task: Task, { duty, cause }: Pick<Pair, 'duty' | 'cause'>): void {
  const { inForce, laterClock } = datesFor(task, duty, turn.now);
  const strength = stronger(task.strength, duty.strength);
  const strengthened = strength !== task.strength;
  changeTask(turn, task.id, { strength, laterClock, strictClock: withoutLadder(duty.strict) });
  if (strengthened || inForce.dueAt !== task.clock?.dueAt) {
    moveClock(turn, task.id, { clock: inForce, why: cause.reason });
  }
}

/**
 * The strict date stays in force while a later start is claimed and not yet confirmed, even once it
 * has passed; where it had passed when the claim was recorded, it never came into force.
 */
function datesFor(task: Task, { clock, strict }: PlannedDuty, now: string) {
  const waits = task.laterClock !== null;
  const confirmed = !waits && task.strictClock?.startsAt === strict?.startsAt;
  const strictHolds = strict !== null && !confirmed && (waits || strict.dueAt > now);
  return strictHolds
    ? { inForce: strict, laterClock: clock }
    : { inForce: clock, laterClock: null };
}

const withoutLadder = (strict: Clock | null) => strict && { ...strict, ladder: [] };

const claimed = (task: Task): Clock | null => task.laterClock ?? task.clock;

const isLater = (clock: Clock, than: Clock | null): boolean =>
  than !== null && clock.dueAt > than.dueAt;

function putOff(turn: CaseTurn, task: Task, { duty, cause }: Pick<Pair, 'duty' | 'cause'>) {
  const { clock, strict } = duty;
  const { inForce } = datesFor(task, duty, turn.now);
  const later = isLater(inForce, task.clock) || isLater(clock, claimed(task));
  if (cause.kind !== 'correction' || !later) return [];
  const words = `“${task.title}” is due on ${dateInWords(clock.dueOn)}`;
  return [{ task: task.id, words, change: { clock, strictClock: withoutLadder(strict) } }];
}

/** What a correction would put off still waits after the facts developed further. */
function stillPutOff({ state }: CaseTurn, { kind }: Cause): TaskChange[] {
  if (kind === 'correction') return [];
  return state.proposals.flatMap(asksFor).filter(({ task: id, change }) => {
    const task = state.tasks.find((one) => one.id === id);
    const isPutOff = change.strictClock !== undefined && change.clock;
    return task && isUnfinished(task) && isPutOff && isLater(isPutOff, claimed(task));
  });
}

function weaken(task: Task, { strength, clock }: PlannedDuty): TaskChange[] {
  if (stronger(task.strength, strength) === strength) return [];
  const words = `“${task.title}” becomes “${strength}”, no longer “${task.strength}”`;
  return [{ task: task.id, words, change: { strength, clock } }];
}

function handOver(task: Task, { kind, heldBy, title }: PlannedDuty): TaskChange[] {
  if (task.heldBy === heldBy && task.kind === kind) return [];
  const words = `“${task.title}” becomes “${title}”`;
  return [{ task: task.id, words, change: { kind, heldBy, title } }];
}

function noLongerOwed(turn: CaseTurn, plan: Plan, cause: Cause): TaskChange[] {
  const owed = new Set<string>(plan.duties.map(({ task }) => task));
  const gone = turn.state.tasks.filter(
    (task) => isNotification(task) && isUnfinished(task) && !owed.has(task.recipient ?? ''),
  );
  const because = `no longer owed: ${cause.reason}`;
  const waits = (task: Task) => task.strength === 'must';
  gone.filter((task) => !waits(task)).forEach(({ id }) => cancelTask(turn, id, { because }));
  return gone.filter(waits).map(({ id, title }) => ({
    task: id,
    words: `“${title}” ends`,
    change: { state: { is: 'cancelled', at: turn.now, because, approvedBy: null } },
  }));
}

/** Panel, partners, areas, Secretary of State, Ofsted; then the authority's own tasks. */
function putInOrder(turn: CaseTurn, plan: Plan): void {
  const order = plan.duties.map(({ task }): string => task);
  const place = (task: Task) => {
    const at = isNotification(task) ? order.indexOf(task.recipient ?? '') : -1;
    return at >= 0 ? at : order.length + (isNotification(task) ? 0 : 1);
  };
  change(turn, { tasks: turn.state.tasks.toSorted((one, other) => place(one) - place(other)) });
}
