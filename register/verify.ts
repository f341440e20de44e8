import { canonicalJson } from './canonical';
import { accessHash, entryHash, noHash, registerHash } from './chain';
import type { Database } from './database';
import type { ChainHead, RegisterHead } from './head';
import type { AccessRow, EntryRow } from './schema';
import { findSpoiled } from './spoiled';
import { accessesInOrder, entriesInOrder } from './stream';

/** The first thing that does not fit. `sequence` counts through its whole chain; lists have none. */
export interface Misfit {
  readonly chain: 'register' | 'case' | 'accesses' | 'lists';
  readonly sequence: number | null;
  /** Null: the register cannot say whose entry it was. */
  readonly reference: string | null;
  readonly number: number | null;
  readonly problem: string;
}

export type Verified =
  | { readonly ok: true; readonly entries: number; readonly accesses: number }
  | { readonly ok: false; readonly misfit: Misfit };

/**
 * Recomputes every link of both chains, and what the lists must show. With heads that were kept
 * elsewhere it also sees that nothing was cut off the end, or written anew as a whole.
 */
export async function verifyRegister(
  db: Database,
  heads: readonly RegisterHead[] = [],
): Promise<Verified> {
  const seen = emptyWalk();
  const kept = keptLinks(heads);
  for await (const page of entriesInOrder(db)) {
    for (const row of page) {
      const problem = entryProblem(seen, row) ?? headProblem(kept, row.sequence, row.registerHash);
      if (problem) return misfit('register', row, problem);
      follow(seen, row);
    }
  }
  if (seen.count < kept.furthest) return cutOff('register', seen.count, kept);
  const gap = firstGap(seen);
  if (gap) return gap;
  const accesses = await verifyAccesses(db, keptLinks(heads.map((head) => head.accesses)));
  if (typeof accesses !== 'number') return accesses;
  const spoiled = await findSpoiled(db);
  if (spoiled !== null) return misfit('lists', { ...none, reference: spoiled }, notAsKept);
  return { ok: true, entries: seen.count, accesses };
}

/** Recomputes one case's own chain, without reading the rest of the register. */
export async function verifyCase(db: Database, reference: string): Promise<Verified> {
  const seen = emptyWalk();
  for await (const page of entriesInOrder(db, reference)) {
    for (const row of page) {
      const problem = caseProblem(seen, row);
      if (problem) return misfit('case', row, problem);
      follow(seen, row);
    }
  }
  return firstGap(seen) ?? { ok: true, entries: seen.count, accesses: 0 };
}

interface Walk {
  count: number;
  head: Buffer;
  readonly cases: Map<string, { head: Buffer; count: number; highest: number; sequence: number }>;
}

const emptyWalk = (): Walk => ({ count: 0, head: noHash, cases: new Map() });

function follow(seen: Walk, { sequence, reference, number, hash, registerHash }: EntryRow): void {
  const own = seen.cases.get(reference);
  const highest = Math.max(own?.highest ?? 0, number);
  seen.cases.set(reference, { head: hash, count: (own?.count ?? 0) + 1, highest, sequence });
  seen.head = registerHash;
  seen.count += 1;
}

/** Content before order: an edit is named as such, at the entry that was edited. */
function entryProblem(seen: Walk, row: EntryRow): string | null {
  const link = registerHash(row.previousRegisterHash, row);
  if (row.sequence !== seen.count + 1) return missing(seen.count + 1, row.sequence);
  if (!entryHash(row.previousHash, row).equals(row.hash)) return edited;
  if (!row.previousRegisterHash.equals(seen.head)) return reordered;
  if (!link.equals(row.registerHash)) return edited;
  return caseProblem(seen, row);
}

function caseProblem(seen: Walk, row: EntryRow): string | null {
  if (!entryHash(row.previousHash, row).equals(row.hash)) return edited;
  const before = seen.cases.get(row.reference)?.head ?? noHash;
  return row.previousHash.equals(before) ? null : elsewhere;
}

const edited = 'Its content, its number, its case or its time is not what was recorded.';
const reordered =
  'It does not follow the entry before it: entries were moved, or the one before was replaced.';
const elsewhere =
  'It does not follow the entry of its case before it: one is missing, moved or of another case.';
const missing = (expected: number, found: number) =>
  found === expected + 1
    ? `The entry before it, number ${expected} of the chain, is missing.`
    : `The entries ${expected} to ${found - 1} of the chain before it are missing.`;

/** What the heads that were kept say of one chain. */
interface KeptLinks {
  readonly at: ReadonlyMap<number, ReadonlySet<string>>;
  /** How many links the chain had when the last of them was kept. */
  readonly furthest: number;
}

function keptLinks(heads: readonly ChainHead[]): KeptLinks {
  const at = new Map<number, Set<string>>();
  for (const { count, head } of heads) at.set(count, (at.get(count) ?? new Set()).add(head));
  return { at, furthest: Math.max(0, ...at.keys()) };
}

function headProblem({ at }: KeptLinks, sequence: number, link: Buffer): string | null {
  const links = at.get(sequence);
  if (!links || (links.size === 1 && links.has(link.toString('hex')))) return null;
  return 'Up to here the chain is not the one whose head was kept: it was written anew.';
}

async function verifyAccesses(db: Database, kept: KeptLinks): Promise<number | Verified> {
  let count = 0;
  let head: Buffer = noHash;
  for await (const page of accessesInOrder(db)) {
    for (const row of page) {
      const problem =
        accessProblem(row, { count, head }) ?? headProblem(kept, row.sequence, row.hash);
      if (problem) return misfit('accesses', { ...row, number: null }, problem);
      count += 1;
      head = row.hash;
    }
  }
  return count < kept.furthest ? cutOff('accesses', count, kept) : count;
}

/** The columns are copies of the body, which alone is hashed. */
function accessProblem(row: AccessRow, seen: { count: number; head: Buffer }): string | null {
  if (row.sequence !== seen.count + 1) return missing(seen.count + 1, row.sequence);
  if (!accessHash(row.previousHash, row).equals(row.hash)) return edited;
  const { at, who, what, reference } = row;
  const { refused } = JSON.parse(row.body.toString('utf8')) as { readonly refused?: unknown };
  if (!canonicalJson({ at, who, what, reference, refused }).equals(row.body)) return edited;
  return row.previousHash.equals(seen.head) ? null : reordered;
}

function firstGap({ cases }: Walk): Verified | null {
  for (const [reference, { count, highest, sequence }] of cases) {
    if (count === highest) continue;
    const problem = `Of ${highest} numbered entries of this case, ${highest - count} never came in.`;
    return misfit('case', { sequence, reference, number: highest }, problem);
  }
  return null;
}

function cutOff(chain: Misfit['chain'], count: number, { furthest }: KeptLinks): Verified {
  const problem = `The chain ends at ${count}, but had ${furthest} when its head was kept: the end was cut off.`;
  return misfit(chain, { ...none, sequence: count + 1 }, problem);
}

const notAsKept =
  'It is not what its entries say: the lists were changed, or its last entries cut off. Where a ' +
  'head that was kept shows no cut, `notifiable rebuild` makes the lists anew.';
const none = { sequence: null, reference: null, number: null };

const misfit = (
  chain: Misfit['chain'],
  { sequence, reference, number }: Pick<Misfit, 'sequence' | 'reference' | 'number'>,
  problem: string,
): Verified => ({ ok: false, misfit: { chain, sequence, reference, number, problem } });
