import type { Database } from './database';
import type { ReceivedRow } from './schema';
import type { Seal } from './seal';

/** Incidents that were handed in while they could not be started. None is ever removed. */
export interface Received {
  /** Keeps it; the first of a reference stays, however often it comes. */
  readonly add: (handedIn: HandedIn) => Promise<void>;
  /** What is still to be started, the oldest first. */
  readonly waiting: () => Promise<(HandedIn & { readonly at: string })[]>;
  /** What does not run, with what could not be started; the oldest first. */
  readonly notStarted: () => Promise<NotStarted[]>;
  readonly find: (reference: string) => Promise<ReceivedIncident | null>;
  /** It runs: from now on its report is kept there, and no longer here. */
  readonly started: (reference: string) => Promise<void>;
  /** It cannot be started, and is not tried again; `problem` says nothing about a child. */
  readonly refused: (reference: string, problem: string) => Promise<void>;
}

export interface HandedIn {
  readonly reference: string;
  /** A person's id in the authority's file. */
  readonly by: string;
  /** Plain JSON as it was handed in, which the register seals and never looks into. */
  readonly report: unknown;
  /** Why it is another incident than the one that it looks like; null: nobody said. */
  readonly notADuplicate: string | null;
}

export type NotStarted = Pick<HandedIn, 'reference' | 'by'> &
  Pick<ReceivedIncident, 'at' | 'problem'>;

export interface ReceivedIncident {
  readonly reference: string;
  readonly by: string;
  /** Instants, UTC. */
  readonly at: string;
  readonly startedAt: string | null;
  readonly problem: string | null;
  /** Null once it was started; the reason with it. */
  readonly report: unknown;
  readonly notADuplicate: string | null;
}

type Sealed = Pick<HandedIn, 'report' | 'notADuplicate'>;
const nothing: Sealed = { report: null, notADuplicate: null };

const boundTo = (reference: string) => `received ${reference}`;

const byAndAt = ({ reference, person: by, at }: ReceivedRow) => ({ reference, by, at });

export function createReceived(db: Database, seal: Seal): Received {
  const sealedIn = ({ reference, sealed }: ReceivedRow): Sealed =>
    sealed === null ? nothing : (seal.open(sealed, boundTo(reference)) as Sealed);
  const select = db.selectFrom('received').selectAll();
  const notStarted = () => select.where('startedAt', 'is', null).orderBy('at');
  const update = (reference: string) =>
    db.updateTable('received').where('reference', '=', reference).where('startedAt', 'is', null);
  return {
    add: (handedIn) => addReceived(db, seal, handedIn),
    waiting: async () =>
      (await notStarted().where('problem', 'is', null).execute()).map((row) => ({
        ...byAndAt(row),
        ...sealedIn(row),
      })),
    notStarted: async () =>
      (await notStarted().execute()).map((row) => ({ ...byAndAt(row), problem: row.problem })),
    async find(reference) {
      const row = await select.where('reference', '=', reference).executeTakeFirst();
      if (!row) return null;
      const { startedAt, problem } = row;
      return { ...byAndAt(row), startedAt, problem, ...sealedIn(row) };
    },
    async started(reference) {
      const startedAt = new Date().toISOString();
      await update(reference).set({ startedAt, sealed: null }).execute();
    },
    async refused(reference, problem) {
      await update(reference).set({ problem }).execute();
    },
  };
}

async function addReceived(
  db: Database,
  seal: Seal,
  { reference, by, ...sealed }: HandedIn,
): Promise<void> {
  const closed = seal.close(sealed, boundTo(reference));
  const row = { reference, person: by, sealed: closed, at: new Date().toISOString() };
  await db
    .insertInto('received')
    .values({ ...row, startedAt: null, problem: null })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .execute();
}
