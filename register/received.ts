import type { Database } from './database';
import type { ReceivedRow } from './schema';
import type { Seal } from './seal';

/** Incidents that were handed in while they could not be started. None is ever removed. */
export interface Received {
  /** Keeps it; the first of a reference stays, however often it comes. */
  readonly add: (handedIn: HandedIn) => Promise<void>;
  /** What is still to be started, the oldest first. */
  readonly waiting: () => Promise<(HandedIn & { readonly at: string })[]>;
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
}

export interface ReceivedIncident {
  readonly by: string;
  /** Instants, UTC. */
  readonly at: string;
  readonly startedAt: string | null;
  readonly problem: string | null;
  /** Null once it was started. */
  readonly report: unknown;
}

const boundTo = (reference: string) => `received ${reference}`;

const byAndAt = ({ person: by, at }: ReceivedRow) => ({ by, at });

export function createReceived(db: Database, seal: Seal): Received {
  const reportOf = ({ reference, sealed }: ReceivedRow): unknown =>
    sealed === null ? null : seal.open(sealed, boundTo(reference));
  const select = db.selectFrom('received').selectAll();
  const update = (reference: string) =>
    db.updateTable('received').where('reference', '=', reference).where('startedAt', 'is', null);
  return {
    add: (handedIn) => addReceived(db, seal, handedIn),
    async waiting() {
      const rows = await select
        .where('startedAt', 'is', null)
        .where('problem', 'is', null)
        .orderBy('at')
        .execute();
      return rows.map((row) => ({
        ...byAndAt(row),
        reference: row.reference,
        report: reportOf(row),
      }));
    },
    async find(reference) {
      const row = await select.where('reference', '=', reference).executeTakeFirst();
      if (!row) return null;
      const { startedAt, problem } = row;
      return { ...byAndAt(row), startedAt, problem, report: reportOf(row) };
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
  { reference, by, report }: HandedIn,
): Promise<void> {
  const sealed = seal.close(report, boundTo(reference));
  const row = { reference, person: by, sealed, at: new Date().toISOString() };
  await db
    .insertInto('received')
    .values({ ...row, startedAt: null, problem: null })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .execute();
}
