import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { AnyCommand, AnyState } from '../domain/records';
import type { Comparison } from '../domain/case/duplicates';
import type { Entry } from '../domain/record/entry';
import type { CaseState } from '../domain/case/state';
import type { TaskBook } from '../domain/record/task-book';
import type { Mailing } from '../domain/notice';
import type { Problem } from '../domain/problem';

/** What an action did: the lines that it added to the history; or why it did nothing. */
export type Answer =
  | { readonly entries: readonly Entry[] }
  | { readonly refused: string }
  | { readonly problems: readonly Problem[] };

/** Everything of a record that lasts: carried from run to run, and the result of a closed one. */
export interface KeptRecord<State extends TaskBook> {
  readonly state: State;
  /** Lines that the recorder has not taken yet. */
  readonly unrecorded: readonly Entry[];
  /** Messages that are not all sent yet. */
  readonly outbox: readonly Mailing[];
  /** Recent actions by the caller's id: the same one again gets the same answer. */
  readonly answers: readonly { readonly id: string; readonly answer: Answer }[];
  readonly hasSearchAttributes: boolean;
}

export type IncidentRecord = KeptRecord<CaseState>;

/** What every run of a record begins with. */
export interface RunInput<State extends TaskBook> {
  readonly reference: string;
  /** Who handed it in: a person's id, or `notifiable`. */
  readonly by: string;
  /** What was handed in; null where there is an earlier run. */
  readonly report: unknown;
  /** The record of an earlier run; null for a new one. */
  readonly resume: KeptRecord<State> | null;
}

export interface IncidentInput extends RunInput<CaseState> {
  /** What came of looking for likely duplicates; absent: there were none. */
  readonly comparison?: Comparison;
}

/** The whole record as it stands, of whichever kind. */
export const inspectAs = <State extends TaskBook>() => defineQuery<KeptRecord<State>>('inspect');

export const inspect = inspectAs<AnyState>();

/** One update for each command, under the command's name. */
export const updateFor = <Acting = AnyCommand>(name: string) =>
  defineUpdate<Answer, [Acting]>(name);

/** Not a person's: the sweep wakes a record that is behind. */
export const look = defineUpdate<undefined>('look');
