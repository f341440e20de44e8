import type { Role } from './authority';
import type { RungKind, Strength, TaskKind } from './task';

/**
 * Why a message goes out: a rung of a task's ladder; `partner-notice` to another agency that a
 * notification is being made; `no-agreement` to another authority that may hold the duty.
 */
export type NoticeKind = RungKind | 'partner-notice' | 'no-agreement';

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

/** All that is to be told at one moment about one incident. */
export interface NoticeBatch {
  /** Stable: `SI-2026-7K3F/12`. Message-IDs are made from it, so that a repeat is recognisable. */
  readonly id: string;
  readonly reference: string;
  /** The instant at which it fell due, UTC: who is present is judged on its London date. */
  readonly at: string;
  readonly notices: readonly Notice[];
}

/** What became of one message to one person or address. */
export interface Delivery {
  /** A person's id, or `address:director`, `partner:icb`, `area:E06000002`. Never an address. */
  readonly to: string;
  readonly kinds: readonly NoticeKind[];
  readonly tasks: readonly string[];
  readonly outcome: 'accepted' | 'refused';
  /** Why it went to this person rather than to the one first meant; null when it did not. */
  readonly instead: string | null;
  /** The mail server's words when it refused; null otherwise. */
  readonly detail: string | null;
}
