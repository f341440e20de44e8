import type { NoticeBatch } from '../notice';
import type { Plan } from '../plan';
import type { Rung } from '../task';
import type { Command } from './commands';
import { judge } from './judge';
import { handlers } from './handlers';
import { fireRungs } from './rungs';
import { settle } from './settle';
import type { Entry } from './entry';
import { isUnfinished, type CaseState } from './state';
import { takeDeliveries, takeUnsent, type DeliveriesEvent, type UnsentEvent } from './deliveries';
import { beginTurn, changeTask, taskOf, type Turn } from './turn';

/** What can happen to an incident record. Instants are UTC; dates come worked out, in the plan. */
export type CaseEvent =
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
  | DeliveriesEvent
  | UnsentEvent;

export interface Stepped {
  readonly state: CaseState;
  readonly entries: readonly Entry[];
  /** What people are to be told now; null when nobody is. */
  readonly batch: NoticeBatch | null;
}

/** A sentence that says why nothing was done, and what to do instead. */
export interface Refused {
  readonly refused: string;
}

/**
 * One step of an incident record: what happened goes in; the new state, the lines of history and
 * the messages come out. Touches no clock, calendar or time zone.
 */
export function step(state: CaseState, event: CaseEvent): Stepped | Refused {
  if (event.type === 'command') {
    const refused = judge(state, event.command, event.now);
    if (refused !== null) return { refused };
  }
  const by = event.type === 'command' ? event.command.actor.id : 'notifiable';
  const turn = beginTurn(state, event.now, by);
  take(turn, event);
  return finishTurn(turn);
}

/** Fires what is due, closes what is finished, and hands over the result. */
export function finishTurn(turn: Turn): Stepped {
  fireRungs(turn);
  settle(turn);
  const { state, entries, notices, now } = turn;
  if (notices.length === 0) return { state, entries, batch: null };
  const { reference, nextBatch } = state;
  const batch = { id: `${reference}/${nextBatch}`, reference, at: now, notices };
  return { state: { ...state, nextBatch: nextBatch + 1 }, entries, batch };
}

function take(turn: Turn, event: CaseEvent): void {
  switch (event.type) {
    case 'command':
      handlers[event.command.name](turn, event.command as never, event.plan);
      return;
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

function addChases(turn: Turn, id: string, rungs: readonly Rung[]): void {
  const task = taskOf(turn, id);
  if (!isUnfinished(task) || !task.clock) return;
  const known = new Set(task.clock.ladder.map(({ key }) => key));
  const ladder = [...task.clock.ladder, ...rungs.filter(({ key }) => !known.has(key))];
  ladder.sort((one, other) => one.at.localeCompare(other.at));
  changeTask(turn, id, { clock: { ...task.clock, ladder } });
}
