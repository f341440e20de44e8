import type { Addressee, Notice, NoticeKind, TaskInNotice } from '../notice';
import type { Entry, EntryData, EntryKind } from './entry';
import type { CaseState, Task } from './state';

/** One step in the making: the state so far, and what history and people are to hear of it. */
export interface Turn {
  state: CaseState;
  /** Instant, UTC. */
  readonly now: string;
  /** A person's id, or `notifiable`. */
  readonly by: string;
  readonly entries: Entry[];
  readonly notices: Notice[];
}

export function beginTurn(state: CaseState, now: string, by: string): Turn {
  return { state, now, by, entries: [], notices: [] };
}

export function change(turn: Turn, changes: Partial<CaseState>): void {
  turn.state = { ...turn.state, ...changes };
}

export function changeTask(turn: Turn, id: string, changes: Partial<Task>): void {
  const tasks = turn.state.tasks.map((task) => (task.id === id ? { ...task, ...changes } : task));
  change(turn, { tasks });
}

export function taskOf({ state }: Turn, id: string): Task {
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
export function write(turn: Turn, kind: EntryKind, line: Line): void {
  const { text, tasks = [], rule = null, at = turn.now, by = turn.by, data } = line;
  const number = turn.state.nextEntry;
  const entry = { number, at, recordedAt: turn.now, by, kind, text, rule, tasks };
  turn.entries.push(data ? { ...entry, data } : entry);
  change(turn, { nextEntry: number + 1 });
}

export function tell(
  turn: Turn,
  kind: NoticeKind,
  about: { task: Task; to: readonly Addressee[] },
) {
  turn.notices.push({ kind, task: inNotice(about.task), to: about.to });
}

function inNotice({ id, kind, strength, heldBy, clock }: Task): TaskInNotice {
  const dueOn = clock?.dueOn ?? null;
  return { id, kind, strength, heldBy, dueOn, dueAt: clock?.dueAt ?? null };
}
