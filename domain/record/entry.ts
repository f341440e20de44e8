import type { Delivery } from '../notice';
import type { Clock, Rung } from '../task';
import type { Evidence } from './task-book';

export type EntryKind =
  | 'aware'
  | 'started'
  | 'not-a-duplicate'
  | 'not-compared'
  | 'linked'
  | 'review'
  | 'assessed'
  | 'opened'
  | 'rung'
  | 'late'
  | 'told'
  | 'waiting'
  | 'not-reached'
  | 'acknowledged'
  | 'done'
  | 'amended'
  | 'corrected'
  | 'moved'
  | 'proposed'
  | 'approved'
  | 'lapsed'
  | 'confirmed'
  | 'decided'
  | 'viewed'
  | 'signed-off'
  | 'noted'
  | 'asked'
  | 'replied'
  | 'appointed'
  | 'planned'
  | 'published'
  | 'reassigned'
  | 'explained'
  | 'cancelled'
  | 'withdrawn'
  | 'reopened'
  | 'closed';

/** One line of the history: who did what, when it happened, when it was written, under which rule. */
export interface Entry {
  readonly number: number;
  readonly at: string;
  readonly recordedAt: string;
  /** A person's id, or `notifiable` for what the software did by itself. */
  readonly by: string;
  readonly kind: EntryKind;
  readonly text: string;
  readonly rule: string | null;
  readonly tasks: readonly string[];
  /** What the text says, for programs; absent where the text is all. */
  readonly data?: EntryData;
}

/** The facts of a line, by what it is about. */
export type EntryData =
  | { readonly due: Pick<Clock, 'startsAt' | 'dueOn' | 'dueAt'> }
  | { readonly rung: Pick<Rung, 'kind' | 'to'> }
  | { readonly delivery: Delivery }
  | { readonly evidence: Evidence };
