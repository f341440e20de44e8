import type { Addressee, Notice, NoticeKind, TaskInNotice } from '../notice';
import type { Entry, EntryData, EntryKind } from './entry';
import type { Task, TaskBook } from './task-book';

/** One step in the making: the state so far, and what history and people are to hear of it. */
export interface Turn<State extends TaskBook> {
  state: State;
  /** Instant, UTC. */
  readonly now: string;
  /** A person's id, or `notifiable`. */
  readonly by: string;
  readonly entries: Entry[];
  readonly notices: Notice[];
}

/** A turn of any record: what knows tasks alone works on every kind. */
export type AnyTurn = Turn<TaskBook>;

export function beginTurn<State extends TaskBook>(
  state: State,
  now: string,
  by: string,
): Turn<State> {
  return { state, now, by, entries: [], notices: [] };
}

export function change<State extends TaskBook>(turn: Turn<State>, changes: Partial<State>): void {
  turn.state = { ...turn.state, ...changes };
}

export function changeTask(turn: AnyTurn, id: string, changes: Partial<Task>): void {
  const tasks = turn.state.tasks.map((task) => (task.id === id ? { ...task, ...changes } : task));
  change(turn, { tasks });
}

export function taskOf({ state }: AnyTurn, id: string): Task {
  const task = state.tasks.find((one) => one.id === id);
  if (!task) throw new Error(`No task ${id}`);
  return task;
}

interface Line {
  readonly text: string;
  readonly tasks?: readonly string[];
  readonly rule?: string;
  /** When it happened, where that is not now. */
  readonly at?: string;
  readonly by?: string;
  readonly data?: EntryData;
}

/** Adds a line to the history. Numbers run without a gap. */
export function write(turn: AnyTurn, kind: EntryKind, line: Line): void {
  const { text, tasks = [], rule = null, at = turn.now, by = turn.by, data } = line;
  const number = turn.state.nextEntry;
  const entry = { number, at, recordedAt: turn.now, by, kind, text, rule, tasks };
  turn.entries.push(data ? { ...entry, data } : entry);
  change(turn, { nextEntry: number + 1 });
}

export function tell(
  turn: AnyTurn,
  kind: NoticeKind,
  about: { task: Task; to: readonly Addressee[] },
) {
  turn.notices.push({ kind, task: inNotice(about.task), to: about.to });
}

function inNotice({ id, kind, strength, heldBy, clock }: Task): TaskInNotice {
  const dueOn = clock?.dueOn ?? null;
  return { id, kind, strength, heldBy, dueOn, dueAt: clock?.dueAt ?? null };
}
