import type { NoticeBatch } from '../notice';
import type { Rung } from '../task';
import { takeDeliveries, takeUnsent, type DeliveriesEvent, type UnsentEvent } from './deliveries';
import type { Entry } from './entry';
import { fireRungs } from './rungs';
import { settle } from './settle';
import { isUnfinished, type TaskBook } from './task-book';
import { beginTurn, changeTask, taskOf, type AnyTurn, type Turn } from './turn';

/** What every action has: what it is, and who acts. */
export interface Acted {
  readonly name: string;
  readonly actor: { readonly id: string };
}

/** What can happen to a record. Instants are UTC; dates come worked out, in the plan. */
export type BookEvent<Command extends Acted, Plan> =
  | {
      readonly type: 'command';
      readonly now: string;
      readonly command: Command;
      readonly plan: Plan | null;
    }
  | { readonly type: 'moment'; readonly now: string }
  | {
      readonly type: 'chases';
      readonly now: string;
      readonly chases: Readonly<Record<string, readonly Rung[]>>;
    }
  | { readonly type: 'calendar'; readonly now: string; readonly plan: Plan }
  | { readonly type: 'followed'; readonly now: string }
  | DeliveriesEvent
  | UnsentEvent;

export interface Stepped<State extends TaskBook> {
  readonly state: State;
  readonly entries: readonly Entry[];
  /** What people are to be told now; null when nobody is. */
  readonly batch: NoticeBatch | null;
}

/** A sentence that says why nothing was done, and what to do instead. */
export interface Refused {
  readonly refused: string;
}

/** What one kind of record is judged by, and what its commands do. */
export interface Rules<State extends TaskBook, Command extends Acted, Plan> {
  /** Why a command is refused, as a sentence; null when it may go on. */
  readonly judge: (state: State, command: Command, now: string) => string | null;
  readonly carryOut: (turn: Turn<State>, command: Command, plan: Plan | null) => void;
  /** Moves dates, and nothing else, to where the plan's calendar puts them. */
  readonly redate: (turn: Turn<State>, plan: Plan) => void;
  /** The record that follows from this one has begun; absent: none ever does. */
  readonly followed?: (turn: Turn<State>) => void;
}

/**
 * One step of a record: what happened goes in; the new state, the lines of history and the messages
 * come out. Touches no clock, calendar or time zone.
 */
export function createStep<State extends TaskBook, Command extends Acted, Plan>(
  rules: Rules<State, Command, Plan>,
) {
  return (state: State, event: BookEvent<Command, Plan>): Stepped<State> | Refused => {
    if (event.type === 'command') {
      const refused = rules.judge(state, event.command, event.now);
      if (refused !== null) return { refused };
    }
    const by = event.type === 'command' ? event.command.actor.id : 'notifiable';
    const turn = beginTurn(state, event.now, by);
    if (event.type === 'command') rules.carryOut(turn, event.command, event.plan);
    else if (event.type === 'calendar') rules.redate(turn, event.plan);
    else if (event.type === 'followed') rules.followed?.(turn);
    else take(turn, event);
    return finishTurn(turn);
  };
}

/** Fires what is due, closes what is finished, and hands over the result. */
export function finishTurn<State extends TaskBook>(turn: Turn<State>): Stepped<State> {
  fireRungs(turn);
  settle(turn);
  const { state, entries, notices, now } = turn;
  if (notices.length === 0) return { state, entries, batch: null };
  const { reference, nextBatch } = state;
  const batch = { id: `${reference}/${nextBatch}`, reference, at: now, notices };
  return { state: { ...state, nextBatch: nextBatch + 1 }, entries, batch };
}

/** What happens by itself, without anybody acting and without a plan. */
export type OwnEvent = Exclude<BookEvent<never, never>, { readonly type: 'command' | 'calendar' }>;

function take(turn: AnyTurn, event: Exclude<OwnEvent, { readonly type: 'followed' }>): void {
  switch (event.type) {
    case 'moment':
      return;
    case 'chases':
      Object.entries(event.chases).forEach(([id, rungs]) => addChases(turn, id, rungs));
      return;
    case 'told':
      takeDeliveries(turn, event);
      return;
    case 'unsent':
      takeUnsent(turn, event);
      return;
    default:
      event satisfies never;
  }
}

function addChases(turn: AnyTurn, id: string, rungs: readonly Rung[]): void {
  const task = taskOf(turn, id);
  if (!isUnfinished(task) || !task.clock) return;
  const known = new Set(task.clock.ladder.map(({ key }) => key));
  const ladder = [...task.clock.ladder, ...rungs.filter(({ key }) => !known.has(key))];
  ladder.sort((one, other) => one.at.localeCompare(other.at));
  changeTask(turn, id, { clock: { ...task.clock, ladder } });
}
