import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Command, CommandName } from '../domain/case/commands';
import type { Entry } from '../domain/case/entry';
import type { CaseState } from '../domain/case/state';
import type { NoticeBatch } from '../domain/notice';
import { commandNames } from '../domain/permissions';
import type { Problem } from '../domain/problem';

/** What an action did: the lines that it added to the history; or why it did nothing. */
export type Answer =
  | { readonly entries: readonly Entry[] }
  | { readonly refused: string }
  | { readonly problems: readonly Problem[] };

/** Everything of an incident that lasts: carried from run to run, and the result of a closed one. */
export interface IncidentRecord {
  readonly state: CaseState;
  /** Lines that the recorder has not taken yet. */
  readonly unrecorded: readonly Entry[];
  /** Messages that are not all sent yet. */
  readonly outbox: readonly NoticeBatch[];
  /** Recent actions by the caller's id: the same one again gets the same answer. */
  readonly answers: readonly { readonly id: string; readonly answer: Answer }[];
  readonly hasSearchAttributes: boolean;
}

export interface IncidentInput {
  readonly reference: string;
  /** Who handed it in: a person's id, or `notifiable`. */
  readonly by: string;
  readonly report: unknown;
  /** The record of an earlier run; null for a new incident. */
  readonly resume: IncidentRecord | null;
}

export const inspect = defineQuery<IncidentRecord>('inspect');

const updates = Object.fromEntries(
  commandNames.map((name) => [name, defineUpdate<Answer, [Command]>(name)]),
);

/** One update for each command, under the command's name. */
export function updateFor(name: CommandName) {
  return updates[name] ?? defineUpdate<Answer, [Command]>(name);
}
