import type { Readable, Writable } from 'node:stream';
import type { Cases, Outcome, Started } from '../client/answers';
import type { Assessment } from '../domain/assess-report';
import type { Entry } from '../domain/case/entry';
import type { Environment, Settings } from '../settings';
import type { Check } from './checks-text';
import type { ExitStatus } from './exit';

export type Say = (line: string) => void;

/** Standard input, output and error, and how a command ends. */
export interface Io {
  readonly input: Readable;
  readonly out: Writable;
  readonly err: Writable;
  readonly exitWith: (status: ExitStatus) => void;
}

/** What came of checking the register; the first entry that does not fit, where one does not. */
export type Verified =
  | { readonly ok: true; readonly entries: number }
  | {
      readonly ok: false;
      readonly misfit: {
        readonly reference: string | null;
        readonly number: number | null;
        readonly sequence: number;
        readonly problem: string;
      };
    };

/** What the commands need from outside. Whatever loads Temporal is loaded only when it is called. */
export interface Parts {
  readonly io: Io;
  readonly env: Environment;
  readonly now: () => string;
  readonly openCases: (
    settings: Settings,
  ) => Promise<{ readonly cases: Cases; readonly close: () => Promise<void> }>;
  /** Runs until it is told to end; false: the incident was refused. */
  readonly up: (request: {
    readonly settings: Settings;
    readonly say: Say;
    readonly begin: ((cases: Cases) => Promise<Outcome<Started>>) | null;
  }) => Promise<boolean>;
  readonly worker: (settings: Settings) => Promise<void>;
  readonly rehearse: (
    report: unknown,
    settings: Settings,
    say: Say,
  ) => Promise<Outcome<{ readonly entries: readonly Entry[]; readonly assessment: Assessment }>>;
  /** Names the migrations that were run. */
  readonly migrate: (settings: Settings) => Promise<readonly string[]>;
  readonly verify: (settings: Settings) => Promise<Verified>;
  readonly doctor: (env: Environment) => Promise<readonly Check[]>;
}
