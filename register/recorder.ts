import type { Entry } from '../domain/record/entry';
import type { Summary } from '../domain/summary';
import { type After, bodyOf, entryOf } from './body';
import { entryHash, noHash, registerHash } from './chain';
import type { Database } from './database';
import { lockCase, lockChain, type Work } from './locks';
import { project } from './projections';
import type { Seal } from './seal';

/** The register holds another entry under this number: one reference has had two histories. */
export class EntryConflict extends Error {
  constructor(reference: string, number: number) {
    super(
      `The register already holds another entry ${number} of ${reference}. It keeps the first; ` +
        'somebody must find out why there are two.',
    );
    this.name = 'EntryConflict';
  }
}

/** Where a record stands: what lists show of it, and all of it. */
export interface Stand {
  readonly summary: Summary;
  /** Plain JSON, which the register seals and never looks into. */
  readonly state?: unknown;
}

export interface Recorder {
  /**
   * Keeps entries whole or not at all; what is kept already is passed over. The last one also
   * keeps where the record stands. Throws EntryConflict, or what the database says.
   */
  append(reference: string, entries: readonly Entry[], stand?: Stand): Promise<void>;
  /** The entries kept so far, by number; empty for an unknown reference. */
  read(reference: string): Promise<Entry[]>;
}

interface NewEntry {
  readonly number: number;
  readonly body: Buffer;
}

export function createRecorder(db: Database, seal: Seal): Recorder {
  return {
    async append(reference, entries, stand) {
      if (entries.length === 0) return;
      const last = entries.at(-1);
      const after = stand && sealed(seal, reference, stand);
      const offered = entries.map((entry) => ({
        number: entry.number,
        body: bodyOf(entry, entry === last ? after : undefined),
      }));
      await db.transaction().execute(async (work) => {
        await lockCase(work, reference);
        const added = await withoutKept(work, reference, offered);
        if (added.length === 0) return;
        await project(
          work,
          added.map(({ body }) => ({ reference, body })),
        );
        await lockChain(work, 'register');
        await work
          .insertInto('entries')
          .values(await linked(work, reference, added))
          .execute();
      });
    },
    async read(reference) {
      const rows = await db
        .selectFrom('entries')
        .select('body')
        .where('reference', '=', reference)
        .orderBy('number')
        .execute();
      return rows.map(({ body }) => entryOf(body).entry);
    },
  };
}

function sealed(seal: Seal, reference: string, { summary: whole, state }: Stand): After {
  const { localCaseIds, ...shown } = whole;
  const caseMarks = localCaseIds.flatMap((id) => seal.marks(id).slice(0, 1));
  const summary = { ...shown, caseMarks };
  return { summary, sealedState: state === undefined ? null : seal.close(state, reference) };
}

async function withoutKept(
  work: Work,
  reference: string,
  offered: readonly NewEntry[],
): Promise<readonly NewEntry[]> {
  const rows = await work
    .selectFrom('entries')
    .select(['number', 'body'])
    .where('reference', '=', reference)
    .where(
      'number',
      'in',
      offered.map(({ number }) => number),
    )
    .execute();
  const kept = new Map(rows.map(({ number, body }) => [number, body]));
  return offered.filter(({ number, body }) => {
    const before = kept.get(number);
    if (before && !isSame(before, body)) throw new EntryConflict(reference, number);
    return before === undefined;
  });
}

/** A retry may have come to the end of other entries, and so keep another stand, or none. */
const isSame = (kept: Buffer, offered: Buffer): boolean =>
  bodyOf(entryOf(kept).entry).equals(bodyOf(entryOf(offered).entry));

async function linked(work: Work, reference: string, added: readonly NewEntry[]) {
  const newest = work
    .selectFrom('entries')
    .select(['sequence', 'hash', 'registerHash'])
    .orderBy('sequence', 'desc')
    .limit(1);
  const head = await newest.executeTakeFirst();
  const own = await newest.where('reference', '=', reference).executeTakeFirst();
  const recordedAt = new Date().toISOString();
  let sequence = head?.sequence ?? 0;
  let previousHash: Buffer = own?.hash ?? noHash;
  let previousRegisterHash: Buffer = head?.registerHash ?? noHash;
  return added.map(({ number, body }) => {
    sequence += 1;
    const hash = entryHash(previousHash, { reference, number, body });
    const link = registerHash(previousRegisterHash, { sequence, recordedAt, hash });
    const row = {
      ...{ sequence, reference, number, recordedAt, body, previousHash, hash },
      ...{ previousRegisterHash, registerHash: link },
    };
    previousHash = hash;
    previousRegisterHash = link;
    return row;
  });
}
