import type { Entry } from '../domain/record/entry';
import type { Authority } from '../domain/authority';
import type { RegisterHead } from '../register/head';
import type { ReviewToBegin } from '../domain/case/rapid-review';
import type { AnyState } from '../domain/records';
import type { OutgoingMessage } from '../domain/messages';
import type { Run } from '../domain/sweep';
import type { Swept } from '../domain/sweep-findings';

/** Resolves once the mail server has taken the message. */
export interface Mailer {
  /**
   * Throws MailRefused where trying again cannot help, MailUnanswered where the server may have
   * taken the message; after any other error it has not, and a retry is worth it.
   */
  send(message: OutgoingMessage): Promise<void>;
}

export interface AuthorityFile {
  /** The file as it is now. Throws where it cannot be read or has a mistake. */
  read(): Promise<Authority>;
}

export type { Recorder } from '../register/recorder';

/** Where heads of the register are kept, oldest first: best where the register's machine only adds. */
export interface HeadFile {
  readonly path: string;
  append(head: RegisterHead): Promise<void>;
  /** Empty where nothing was kept yet. Throws NotAHead. */
  read(): Promise<readonly RegisterHead[]>;
}

/** The records as Temporal runs them. */
export interface Runs {
  /** The references of all that run, as Temporal's list has them: a moment behind. */
  running(): AsyncIterable<string>;
  /** Null: Temporal knows no such record. */
  find(reference: string): Promise<Run | null>;
  /** The record itself. Throws where it does not answer in a few seconds, as `look` does. */
  ask(
    reference: string,
  ): Promise<{ readonly state: AnyState; readonly unrecorded: readonly Entry[] }>;
  /** Wakes it: what is behind happens. */
  look(reference: string): Promise<void>;
  /** Starts it from its state; one that runs already is left as it is. */
  startAgain(state: AnyState): Promise<void>;
  /** Begins the record of a rapid review; one that has begun is left as it is. */
  beginReview(review: ReviewToBegin): Promise<void>;
  /** What the newest sweep answered; null: Temporal knows of none. */
  lastSweep(): Promise<Swept | null>;
}
