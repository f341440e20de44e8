import type { DateRule, Dates } from '../dates';
import { ownTasks, strengthOf, type OwnTaskKind } from '../own-tasks';
import type { PlannedOwnTask } from '../plan';
import type { Clock } from '../task';
import { dateInWords } from '../wording';
import { fireMissed, remainingClock } from './rungs';
import { isUnfinished, type Evidence, type Task } from './task-book';
import { change, changeTask, taskOf, tell, write, type AnyTurn } from './turn';

export const blank = {
  recipient: null,
  child: null,
  criteria: [],
  heldBy: null,
  laterClock: null,
  strictClock: null,
  fired: [],
  owner: null,
  state: { is: 'open' },
  notReached: [],
  explanations: [],
} as const;

/** The first free id: `correct:panel`, then `correct:panel-2`. */
export function freeId({ state }: AnyTurn, base: string): string {
  const taken = new Set(state.tasks.map(({ id }) => id));
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  return id;
}

export function putTask(turn: AnyTurn, task: Task): void {
  const others = turn.state.tasks.filter(({ id }) => id !== task.id);
  change(turn, { tasks: [...others, task] });
}

interface OwnTaskToOpen extends Partial<Pick<PlannedOwnTask, 'child' | 'criteria' | 'title'>> {
  readonly id: string;
  readonly kind: OwnTaskKind;
  readonly because: string;
  readonly clock: Clock | null;
  /** How its date was found, where it may move; absent: it stays. */
  readonly due?: DateRule;
  /** Whom it tells something further; absent for work that tells nobody outside. */
  readonly recipient?: Task['recipient'];
}

/** Opens a task of the authority's own; answers its id. */
export function openOwn(turn: AnyTurn, wanted: OwnTaskToOpen): string {
  const { kind, because, clock, due, child = null, criteria = [], recipient = null } = wanted;
  const { words, source, to } = ownTasks[kind];
  const id = freeId(turn, wanted.id);
  const title = wanted.title ?? words;
  const task: Task = {
    ...blank,
    id,
    kind,
    title,
    because,
    recipient,
    child,
    criteria,
    clock,
    ...(due && { due }),
    strength: strengthOf(kind),
    openedAt: turn.now,
  };
  putTask(turn, task);
  const dueBy = clock ? `, due by the end of ${dateInWords(clock.dueOn)}` : '';
  const text = `“${title}”${dueBy}: ${because}.`;
  const data = clock ? { data: { due: dueIn(clock) } } : {};
  write(turn, 'opened', { text, tasks: [id], rule: source, by: 'notifiable', ...data });
  if (!clock) tell(turn, 'task', { task, to });
  return id;
}

/** Opens a task whose date was asked for under its id; answers its id. */
export function openDated(
  turn: AnyTurn,
  wanted: Omit<OwnTaskToOpen, 'clock' | 'due'>,
  { tasks }: Dates,
): string {
  const found = tasks[wanted.id];
  if (!found) throw new Error(`No date was asked for ${wanted.id}`);
  return openOwn(turn, { ...wanted, ...found });
}

/** Ends an unfinished task that is no longer owed, with the reason. */
export function cancelTask(
  turn: AnyTurn,
  id: string,
  { because, approvedBy = null }: { because: string; approvedBy?: string | null },
): void {
  const task = taskOf(turn, id);
  if (!isUnfinished(task)) return;
  changeTask(turn, id, { state: { is: 'cancelled', at: turn.now, because, approvedBy } });
  const approved = approvedBy === null ? '' : ` Approved by ${approvedBy}.`;
  write(turn, 'cancelled', { text: `“${task.title}” ended: ${because}.${approved}`, tasks: [id] });
}

/** Ends a task of our own with a person's word. */
export function finishOwn(turn: AnyTurn, id: string, said: string): void {
  changeTask(turn, id, { state: { is: 'done', evidence: wordOf(turn, said) } });
}

/** A person's word as evidence. `at` is the instant, UTC, at which it was so. */
export const wordOf = ({ by, now }: AnyTurn, told: string, at = now): Evidence => ({
  ...{ at, channel: 'recorded here', reference: null },
  ...{ told, by, recordedAt: now },
});

/** Puts another clock in force. Rungs that fired, or that would lie in the past, do not fire. */
export function moveClock(
  turn: AnyTurn,
  id: string,
  { clock, why }: { clock: Clock; why: string },
) {
  fireMissed(turn, taskOf(turn, id));
  const task = taskOf(turn, id);
  const before = task.clock ? dateInWords(task.clock.dueOn) : 'no date';
  changeTask(turn, id, { clock: remainingClock(clock, task.fired, turn.now) });
  if (task.clock?.dueAt === clock.dueAt) return;
  const text = `“${task.title}” is now due by the end of ${dateInWords(clock.dueOn)}, not ${before}: ${why}.`;
  write(turn, 'moved', { text, tasks: [id], data: { due: dueIn(clock) } });
}

export const dueIn = ({ startsAt, dueOn, dueAt }: Clock) => ({ startsAt, dueOn, dueAt });
