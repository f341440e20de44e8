import type { Delivery } from '../domain/notice';
import type { TaskSummary } from '../domain/record/task-summary';
import type { KeptSummary } from './body';

/** Instants are ISO text in UTC with milliseconds, dates ISO text; database.ts sees to it. */
export interface EntryRow {
  sequence: number;
  reference: string;
  number: number;
  recordedAt: string;
  body: Buffer;
  previousHash: Buffer;
  hash: Buffer;
  previousRegisterHash: Buffer;
  registerHash: Buffer;
}

export interface AccessRow {
  sequence: number;
  at: string;
  who: string;
  what: string;
  reference: string | null;
  body: Buffer;
  previousHash: Buffer;
  hash: Buffer;
}

export interface RecordRow extends Omit<KeptSummary, 'tasks'> {
  reference: string;
  /** The number of the entry whose summary this is. */
  summaryNumber: number;
  taskCount: number;
}

export interface TaskRow extends TaskSummary {
  reference: string;
  position: number;
}

/**
 * The ledger of messages: `intended` by a rung of a ladder, then what became of each. A message that
 * waits has a row of its own before the one that says how it ended; both bear its Message-ID.
 */
export interface MessageRow {
  reference: string;
  number: number;
  at: string;
  outcome: 'intended' | Delivery['outcome'];
  messageId: string | null;
  addressees: string[];
  kinds: string[];
  tasks: string[];
  instead: string | null;
  detail: string | null;
  attempts: number;
  firstTriedAt: string | null;
  lastTriedAt: string | null;
  /** The mail server may have taken it in an attempt whose answer is not known. */
  ambiguous: boolean;
}

/** Somebody's unfinished answers; `sealed` is bound to the id. */
export interface DraftRow {
  id: string;
  person: string;
  /** Of a record that the answers are about; null: of none yet. */
  reference: string | null;
  sealed: string;
  updatedAt: string;
}

/** An incident that was handed in and waits to be started. */
export interface ReceivedRow {
  reference: string;
  person: string;
  /** Null: started, and so kept elsewhere. */
  sealed: string | null;
  at: string;
  startedAt: string | null;
  /** Why it could not be started; a person must look. */
  problem: string | null;
}

export interface AbsenceRow {
  id: string;
  person: string;
  /** The first and the last day away, London dates. */
  fromOn: string;
  toOn: string;
  cover: string | null;
  by: string;
  at: string;
  endedBy: string | null;
  endedAt: string | null;
}

export interface EvidenceFileRow {
  id: string;
  reference: string;
  /** Sealed: a name of a file may hold a child's. */
  name: string;
  type: string;
  /** Bytes, as `sha256` in hex is of the file as it was handed in. */
  size: number;
  sha256: string;
  sealed: Buffer;
  by: string;
  at: string;
}

/** `web_sessions` is not here: only the browser's own session store reads it. */
export interface Tables {
  entries: EntryRow;
  accesses: AccessRow;
  records: RecordRow;
  tasks: TaskRow;
  messages: MessageRow;
  drafts: DraftRow;
  received: ReceivedRow;
  absences: AbsenceRow;
  evidenceFiles: EvidenceFileRow;
}
