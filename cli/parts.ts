import type { Readable, Writable } from 'node:stream';
import type { Cases, Outcome, Started } from '../client/answers';
import type { Assessment } from '../domain/assess-report';
import type { Entry } from '../domain/record/entry';
import type { VerifiedPack } from '../pack/verify';
import type { WrittenPack } from '../pack/write';
import type { Swept } from '../domain/sweep-findings';
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
export type VerifiedRegister = (
  | { readonly ok: true; readonly entries: number; readonly accesses: number }
  | {
      readonly ok: false;
      readonly misfit: {
        readonly chain: 'register' | 'case' | 'accesses' | 'lists';
        readonly reference: string | null;
        readonly number: number | null;
        readonly sequence: number | null;
        readonly problem: string;
      };
    }
) & {
  /** The heads that were kept, with which it was compared; none: there is no such file. */
  readonly heads: { readonly file: string; readonly count: number };
};

/** Writes an incident's pack into a folder. `by`: a person's id; `now`: an instant in UTC. */
export type ExportPack = (
  settings: Settings,
  request: {
    readonly reference: string;
    readonly folder: string;
    readonly by: string;
    readonly now: string;
    readonly warn: Say;
  },
) => Promise<Outcome<WrittenPack & { readonly head: ChainHead; readonly verified: VerifiedPack }>>;

/** How far the register's chains had come, and where that was written down. */
export interface PublishedHead {
  readonly head: ChainHead & { readonly at: string; readonly accesses: ChainHead };
  readonly file: string;
  readonly mailedTo: string | null;
}

interface ChainHead {
  readonly count: number;
  readonly head: string;
}

/** What the commands need from outside. Whatever loads Temporal is loaded only when it is called. */
export interface Parts {
  readonly io: Io;
  readonly env: Environment;
  readonly now: () => string;
  /** For one person, of that id in the authority's file; null: nobody has said who. */
  readonly openCases: (
    settings: Settings,
    by: string | null,
  ) => Promise<{ readonly cases: Cases; readonly close: () => Promise<void> }>;
  /** Runs until it is told to end; false: the incident was refused. */
  readonly up: (request: {
    readonly settings: Settings;
    readonly say: Say;
    readonly begin: ((cases: Cases) => Promise<Outcome<Started>>) | null;
  }) => Promise<boolean>;
  readonly worker: (settings: Settings) => Promise<void>;
  /** Serves the pages until it is told to end. */
  readonly web: (settings: Settings, say: Say) => Promise<void>;
  readonly rehearse: (
    report: unknown,
    settings: Settings,
    say: Say,
  ) => Promise<Outcome<{ readonly entries: readonly Entry[]; readonly assessment: Assessment }>>;
  /** A referral and all that follows from it, until a local review is published. */
  readonly rehearseReferral: (
    form: unknown,
    settings: Settings,
    say: Say,
  ) => Promise<
    Outcome<readonly { readonly reference: string; readonly entries: readonly Entry[] }[]>
  >;
  /** Names the migrations that were run. */
  readonly migrate: (settings: Settings) => Promise<readonly string[]>;
  /** `heads` names a file of heads that were kept; null: that of the settings, where it is there. */
  readonly verify: (settings: Settings, heads: string | null) => Promise<VerifiedRegister>;
  /** Makes the projections anew; answers how many entries it read. */
  readonly rebuild: (settings: Settings) => Promise<number>;
  readonly exportPack: ExportPack;
  readonly verifyPack: (folder: string) => Promise<VerifiedPack>;
  readonly publishHead: (settings: Settings) => Promise<PublishedHead>;
  /** Runs a sweep now. */
  readonly sweep: (settings: Settings) => Promise<Swept>;
  readonly doctor: (env: Environment) => Promise<readonly Check[]>;
}
