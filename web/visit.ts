import type { Request } from 'express';
import type { AsOf, Cases } from '../client/answers';
import type { Authority } from '../domain/authority';
import type { Actor } from '../domain/record/task-book';
import type { Calendar } from '../domain/calendar';
import type { RecordView } from '../domain/records';
import type { Register } from '../register/register';
import type { Seal } from '../register/seal';
import type { Settings } from '../settings';
import type { Answer } from './answer';
import type { Inbox } from './inbox/mails';
import type { WebParts } from './parts';

/** Somebody signed in, as the authority's file has them today: with the roles of whom they cover for. */
export interface SignedIn extends Actor {
  readonly name: string;
}

/** One request, with all that a page works with. */
export interface Visit {
  readonly request: Request;
  readonly person: SignedIn;
  /** As this person uses them: what they read and are refused is recorded. */
  readonly cases: Cases;
  readonly settings: Settings;
  /** Whether each part answers, asked now. What a page says of it by itself is `conditions`. */
  readonly askConditions: WebParts['conditions']['now'];
  readonly temporalPages: WebParts['temporalPages'];
  readonly register: Register;
  /** null: mail goes to a real server. */
  readonly inbox: Inbox | null;
  /** Closes what a form carries from page to page and nobody else may read. */
  readonly seal: Seal;
  readonly authority: Authority;
  readonly calendar: Calendar;
  /** Instant, UTC. */
  readonly now: string;
  readonly body: Form;
  readonly query: Form;
}

/** A visit to a record that concerns the person. */
export interface RecordVisit extends Visit {
  readonly record: RecordView;
  /** Where it is not sure to be the newest. */
  readonly asOf: AsOf | null;
}

/** What was typed: each field once, or several times. */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The text of a field, trimmed; empty where it was left out. */
export function textOf(form: Form, name: string): string {
  const value = form[name];
  return (typeof value === 'string' ? value : (value?.at(-1) ?? '')).trim();
}

/** Every answer to a question that takes several. */
export function listOf(form: Form, name: string): readonly string[] {
  const value = form[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

export type Page<Of = Visit> = (visit: Of) => Answer | Promise<Answer>;
