import { canonicalJson } from './canonical';
import { accessHash, noHash } from './chain';
import type { Database } from './database';
import { lockChain } from './locks';
import { checkLimit } from './page';

/** A read, or a refusal: what has no trace in Temporal. Nothing about a child may be in it. */
export interface Access {
  /** A person's id, or `login NAME`. */
  readonly who: string;
  /** What they wanted, such as `show` or `done`. */
  readonly what: string;
  /** Null: not about one case, or about none that there is. */
  readonly reference: string | null;
  /** The sentence with which it was refused; absent where it was not. */
  readonly refused?: string;
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

export interface AccessQuery {
  /** Null: of every case, and of none. */
  readonly reference: string | null;
  /** How many at most; 1 to 1,000. */
  readonly limit: number;
  /** Only those before this number; null: up to the newest. */
  readonly before: number | null;
}

export interface AccessPage {
  /** Who read, or was refused; newest last. */
  readonly accesses: readonly KeptAccess[];
  /** Give it back as `before` for those before these; null: there are none. */
  readonly before: number | null;
}

/** The newest that were asked for. Throws NoSuchPage. */
export async function listAccesses(db: Database, query: AccessQuery): Promise<AccessPage> {
  checkLimit(query);
  const { reference, limit, before } = query;
  let asked = db.selectFrom('accesses').select(['sequence', 'body']);
  if (reference !== null) asked = asked.where('reference', '=', reference);
  if (before !== null) asked = asked.where('sequence', '<', before);
  const rows = await asked
    .orderBy('sequence', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    accesses: page.toReversed().map(({ sequence, body }) => ({
      ...(JSON.parse(body.toString('utf8')) as Access & { readonly at: string }),
      number: sequence,
    })),
    before: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null,
  };
}
