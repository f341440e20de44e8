import { createHash, randomUUID } from 'node:crypto';
import type { EvidenceFile } from '../domain/evidence-file';
import type { Database } from './database';
import type { EvidenceFileRow } from './schema';
import type { Seal } from './seal';

/** Files that prove what was done. What was added stays as it is. */
export interface EvidenceFiles {
  /** The same bytes again are the file that is kept. Throws where it is empty or larger than 10 MiB. */
  readonly add: (file: NewFile) => Promise<EvidenceFile>;
  /** Null: there is none with this id in that record. */
  readonly find: (reference: string, id: string) => Promise<FoundFile | null>;
  /** Of one record, the oldest first, without their bytes. */
  readonly of: (reference: string) => Promise<NamedFile[]>;
}

export interface NewFile {
  readonly reference: string;
  /** As its owner calls it; kept sealed, since it may name a child. */
  readonly name: string;
  /** A media type, such as `application/pdf`. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** A person's id in the authority's file. */
  readonly by: string;
}

export interface NamedFile extends EvidenceFile {
  readonly name: string;
  readonly by: string;
  /** Instant, UTC. */
  readonly at: string;
}

export type FoundFile = NamedFile & { readonly bytes: Buffer };

const boundTo = (reference: string, id: string, part: 'name' | 'bytes') =>
  JSON.stringify(['file', reference, id, part]);

export function createEvidenceFiles(db: Database, seal: Seal): EvidenceFiles {
  return {
    add: (file) => addFile(db, seal, file),
    async find(reference, id) {
      const row = await db
        .selectFrom('evidenceFiles')
        .selectAll()
        .where('reference', '=', reference)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return null;
      const { sealed, ...rest } = row;
      return {
        ...named(seal, rest),
        bytes: seal.openBytes(sealed, boundTo(reference, id, 'bytes')),
      };
    },
    async of(reference) {
      const rows = await db
        .selectFrom('evidenceFiles')
        .select(['id', 'reference', 'name', 'type', 'size', 'sha256', 'by', 'at'])
        .where('reference', '=', reference)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map((row) => named(seal, row));
    },
  };
}

async function addFile(db: Database, seal: Seal, file: NewFile): Promise<EvidenceFile> {
  const { reference, name, type, bytes, by } = file;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const before = await db
    .selectFrom('evidenceFiles')
    .select(['id', 'sha256', 'size', 'type'])
    .where('reference', '=', reference)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (before) return before;
  const kept = { id: randomUUID(), sha256, size: bytes.length, type };
  await db
    .insertInto('evidenceFiles')
    .values({
      ...{ ...kept, reference, by, at: new Date().toISOString() },
      name: seal.close(name, boundTo(reference, kept.id, 'name')),
      sealed: seal.closeBytes(bytes, boundTo(reference, kept.id, 'bytes')),
    })
    .execute();
  return kept;
}

type Row = Omit<EvidenceFileRow, 'sealed'>;

const named = (seal: Seal, { reference, name, ...rest }: Row): NamedFile => ({
  ...rest,
  name: seal.open(name, boundTo(reference, rest.id, 'name')) as string,
});
