import { canonicalJson } from './canonical';
import { accessHash, noHash } from './chain';
import type { Database } from './database';
import { lockChain } from './locks';

/** A refusal or a read: what has no trace in Temporal. */
export interface Access {
  /** A person's id. */
  readonly who: string;
  /** Such as `show`, `export` or `refused`. */
  readonly what: string;
  /** Null: not about one case. */
  readonly reference: string | null;
  /** Such as the sentence of a refusal. Plain JSON. */
  readonly detail?: unknown;
}

export type KeptAccess = Access & { readonly number: number; readonly at: string };

/** Adds to the second chain; the register numbers it and says when. */
export async function appendAccess(db: Database, access: Access): Promise<KeptAccess> {
  return db.transaction().execute(async (work) => {
    await lockChain(work, 'accesses');
    const head = await work
      .selectFrom('accesses')
      .select(['sequence', 'hash'])
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    const { who, what, reference } = access;
    const at = new Date().toISOString();
    const sequence = (head?.sequence ?? 0) + 1;
    const previousHash = head?.hash ?? noHash;
    const body = canonicalJson({ ...access, at });
    const hash = accessHash(previousHash, { sequence, body });
    const row = { sequence, at, who, what, reference, body, previousHash, hash };
    await work.insertInto('accesses').values(row).execute();
    return { ...access, number: sequence, at };
  });
}

/** Who read a case, or was refused something about it, oldest first. */
export async function accessesOf(db: Database, reference: string): Promise<KeptAccess[]> {
  const rows = await db
    .selectFrom('accesses')
    .select(['sequence', 'body'])
    .where('reference', '=', reference)
    .orderBy('sequence')
    .execute();
  return rows.map(({ sequence, body }) => ({
    ...(JSON.parse(body.toString('utf8')) as Access & { readonly at: string }),
    number: sequence,
  }));
}
