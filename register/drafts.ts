import type { Database } from './database';
import type { DraftRow } from './schema';
import type { Seal } from './seal';

/** For so long after its last change a draft is kept. */
const keptDays = 14;

/** Answers that somebody has not handed in yet: theirs alone, and gone once they are handed in. */
export interface Drafts {
  /** Keeps them under `id`, over what was kept before. Throws where the id is another person's. */
  readonly save: (draft: Draft) => Promise<void>;
  /** The answers, if they are that person's; null: there are none. */
  readonly find: (id: string, person: string) => Promise<unknown>;
  /** What a person has begun; what they wrote last first. */
  readonly ofPerson: (person: string) => Promise<KeptDraft[]>;
  readonly remove: (id: string) => Promise<void>;
  /** Those that nobody has changed for 14 days before `now`, an instant in UTC. */
  readonly removeOld: (now: string) => Promise<void>;
}

export interface Draft {
  readonly id: string;
  readonly person: string;
  /** Of a record that they are about; null: of none yet. */
  readonly reference: string | null;
  /** Plain JSON, which the register seals and never looks into. */
  readonly body: unknown;
}

export type KeptDraft = Readonly<Pick<DraftRow, 'id' | 'reference' | 'updatedAt'>>;

const boundTo = (id: string) => `draft ${id}`;

export const createDrafts = (db: Database, seal: Seal): Drafts => ({
  async save({ id, person, reference, body }) {
    const sealed = seal.close(body, boundTo(id));
    const row = { id, person, reference, sealed, updatedAt: new Date().toISOString() };
    const { numInsertedOrUpdatedRows: kept } = await db
      .insertInto('drafts')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(row).whereRef('drafts.person', '=', 'excluded.person'),
      )
      .executeTakeFirst();
    if (kept === 0n) throw new Error('Another person has a draft with this id');
  },
  async find(id, person) {
    const row = await db
      .selectFrom('drafts')
      .select('sealed')
      .where('id', '=', id)
      .where('person', '=', person)
      .executeTakeFirst();
    return row ? seal.open(row.sealed, boundTo(id)) : null;
  },
  ofPerson: (person) =>
    db
      .selectFrom('drafts')
      .select(['id', 'reference', 'updatedAt'])
      .where('person', '=', person)
      .orderBy('updatedAt', 'desc')
      .execute(),
  async remove(id) {
    await db.deleteFrom('drafts').where('id', '=', id).execute();
  },
  async removeOld(now) {
    const oldest = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString();
    await db.deleteFrom('drafts').where('updatedAt', '<', oldest).execute();
  },
});
