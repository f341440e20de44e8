import type { Role } from './authority';
import type { RungKind, Strength, TaskKind } from './task';

/**
 * Why a message goes out: a rung of a task's ladder; `partner-notice` to another agency that a
 * notification is being made; `view-wanted` to a safeguarding partner whose view is asked for;
 * `no-agreement` to another authority that may hold the duty.
 */
export type NoticeKind = RungKind | 'partner-notice' | 'view-wanted' | 'no-agreement';

/** What a message may say of a task. Nothing about a child is in it. */
export interface TaskInNotice {
  readonly id: string;
  readonly kind: TaskKind;
  readonly strength: Strength;
  /** The authority that holds the duty, as an ONS code; null where the task is our own work. */
  readonly heldBy: string | null;
  /** Europe/London date; null when the task has no date. */
  readonly dueOn: string | null;
  readonly dueAt: string | null;
}

/** Roles of the authority, one named person, or another agency's entry in the authority's file. */
export type Addressee = Role | `person:${string}` | `partner:${string}` | `area:${string}`;

/** One thing that somebody is to be told, before people and addresses are looked up. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly task: TaskInNotice;
  readonly to: readonly Addressee[];
}

/** All that is to be told at one moment about one record. */
export interface NoticeBatch {
  /** Stable: `SI-2026-7K3F/12`. Message-IDs are made from it, so that a repeat is recognisable. */
  readonly id: string;
  readonly reference: string;
  /** The instant at which it fell due, UTC: who is present is judged on its London date. */
  readonly at: string;
  readonly notices: readonly Notice[];
}

/** A batch on its way. */
export interface Mailing extends NoticeBatch {
  /** What became of its messages so far, as the history has it; empty before the first answer. */
  readonly deliveries: readonly Delivery[];
  /** An earlier run of the record stopped while this was being sent: what it sent is not known. */
  readonly interrupted: boolean;
}

/** What became of one message to one person or address. */
export interface Delivery {
  /** The same in every try. */
  readonly messageId: string;
  /** A person's id, or `address:director`, `partner:icb`, `area:E06000002`. Never an address. */
  readonly to: string;
  readonly kinds: readonly NoticeKind[];
  readonly tasks: readonly string[];
  /** `refused`: for good. `waiting`: not taken yet, and tried again until it is. */
  readonly outcome: 'accepted' | 'refused' | 'waiting';
  /** Why it went to this person rather than to the one first meant; null when it did not. */
  readonly instead: string | null;
  /** Why it was not taken, where it was refused in the mail server's words; null where it was. */
  readonly detail: string | null;
  readonly tries: Tries;
}

/** How often a message was handed to the mail server. Instants are UTC, by the sender's clock. */
export interface Tries {
  /** With those whose end is not known. */
  readonly count: number;
  /** When the first and the last whose end is known were answered, or given up. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** The answer to an earlier try is not known: the message may arrive twice. */
  readonly ambiguous: boolean;
}
