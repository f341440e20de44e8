import type { Recipient } from '../domain/task';
import {
  type Access,
  type AccessPage,
  type AccessQuery,
  appendAccess,
  type KeptAccess,
  listAccesses,
} from './accesses';
import type { LikelyDuplicate } from '../domain/case/duplicates';
import type { Likeness } from '../domain/case/likeness';
import type { RecordKindName } from '../domain/record/kinds';
import { type Absences, createAbsences } from './absences';
import { conditionOf, type DatabaseCondition } from './condition';
import { type Counts, countAll } from './counts';
import { applicationRole, openDatabase } from './database';
import { createDrafts, type Drafts } from './drafts';
import { findDuplicates } from './duplicates';
import { createEvidenceFiles, type EvidenceFiles } from './evidence-files';
import { readHead, type RegisterHead } from './head';
import { type ListedRecord, listRecords, listRecipients } from './records';
import type { ListRequest, Page } from './page';
import { findCase, isKnown, type KeptCase } from './queries';
import { rebuild } from './rebuild';
import { createReceived, type Received } from './received';
import { createRecorder, type Recorder } from './recorder';
import type { Seal } from './seal';
import { findState, type KeptState, type ListedState, type Span, statesBetween } from './states';
import { countLines, listStanding, type StandingRequest, type StandingRow } from './standing';
import { type ListedTask, listTasks } from './tasks';
import { type Verified, verifyCase, verifyRegister } from './verify';
import { readWholeCase, type WholeCase } from './whole-case';

/** The register as everything else uses it. Each answer is plain JSON. */
export interface Register {
  readonly recorder: Recorder;
  readonly queries: {
    readonly records: (request: ListRequest) => Promise<Page<ListedRecord>>;
    readonly tasks: (request: ListRequest) => Promise<Page<ListedTask>>;
    readonly recipients: () => Promise<Recipient[]>;
    readonly find: (reference: string, now: string) => Promise<KeptCase | null>;
    readonly state: (reference: string) => Promise<KeptState | null>;
    readonly whole: (reference: string) => Promise<WholeCase | null>;
    readonly statesBetween: (span: Span) => AsyncGenerator<readonly ListedState[]>;
    /** What must be running, by reference. */
    readonly standing: (request: StandingRequest) => Promise<StandingRow[]>;
    readonly lines: (references: readonly string[]) => Promise<ReadonlyMap<string, number>>;
    readonly duplicates: (
      likeness: Likeness,
      kinds: readonly RecordKindName[],
    ) => Promise<LikelyDuplicate[]>;
    readonly counts: (now: string, soon: string) => Promise<Counts>;
    readonly accesses: (query: AccessQuery) => Promise<AccessPage>;
    /** Whether anything is kept under a reference. */
    readonly isKnown: (reference: string) => Promise<boolean>;
  };
  readonly drafts: Drafts;
  readonly received: Received;
  readonly absences: Absences;
  readonly files: EvidenceFiles;
  readonly appendAccess: (access: Access) => Promise<KeptAccess>;
  readonly condition: () => Promise<DatabaseCondition>;
  readonly rebuild: () => Promise<number>;
  readonly head: () => Promise<RegisterHead>;
  /** With heads that were kept elsewhere, also whether the end was cut off. */
  readonly verify: (kept?: readonly RegisterHead[]) => Promise<Verified>;
  readonly verifyCase: (reference: string) => Promise<Verified>;
  readonly close: () => Promise<void>;
}

/** Connects at the first use, as the application's role, whatever login the URL names. */
export function openRegister(databaseUrl: string, seal: Seal): Register {
  const db = openDatabase(databaseUrl, applicationRole);
  return {
    recorder: createRecorder(db, seal),
    queries: {
      records: (request) => listRecords(db, request),
      tasks: (request) => listTasks(db, request),
      recipients: () => listRecipients(db),
      find: (reference, now) => findCase(db, reference, now),
      state: (reference) => findState(db, seal, reference),
      whole: (reference) => readWholeCase(db, seal, reference),
      statesBetween: (span) => statesBetween(db, seal, span),
      standing: (request) => listStanding(db, request),
      lines: (references) => countLines(db, references),
      duplicates: (likeness, kinds) => findDuplicates(db, seal, { ...likeness, kinds }),
      counts: (now, soon) => countAll(db, now, soon),
      accesses: (query) => listAccesses(db, query),
      isKnown: (reference) => isKnown(db, reference),
    },
    drafts: createDrafts(db, seal),
    received: createReceived(db, seal),
    absences: createAbsences(db),
    files: createEvidenceFiles(db, seal),
    appendAccess: (access) => appendAccess(db, access),
    condition: () => conditionOf(db),
    rebuild: () => rebuild(db),
    head: () => readHead(db),
    verify: (kept) => verifyRegister(db, kept),
    verifyCase: (reference) => verifyCase(db, reference),
    close: () => db.destroy(),
  };
}
