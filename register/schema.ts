import type { Summary, TaskSummary } from '../domain/case/summary';

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

export interface IncidentRow extends Omit<Summary, 'tasks'> {
  reference: string;
  /** The number of the entry whose summary this is. */
  summaryNumber: number;
  taskCount: number;
}

export interface TaskRow extends TaskSummary {
  reference: string;
  position: number;
}

/** The ledger of messages: `intended` by a rung of a ladder, then what became of each. */
export interface MessageRow {
  reference: string;
  number: number;
  at: string;
  outcome: 'intended' | 'accepted' | 'refused';
  addressees: string[];
  kinds: string[];
  tasks: string[];
  instead: string | null;
  detail: string | null;
}

export interface Tables {
  entries: EntryRow;
  accesses: AccessRow;
  incidents: IncidentRow;
  tasks: TaskRow;
  messages: MessageRow;
}
