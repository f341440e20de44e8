import { noHash } from './chain';
import type { Database } from './database';

/** How far a chain had come: kept elsewhere, it shows later that nothing was cut off. */
export interface ChainHead {
  readonly count: number;
  /** The last link, in hexadecimal. */
  readonly head: string;
}

/** What is to leave this machine, as a file or a message. */
export interface RegisterHead extends ChainHead {
  /** Instant, UTC. */
  readonly at: string;
  /** The chain of refusals and reads. */
  readonly accesses: ChainHead;
}

export async function readHead(db: Database): Promise<RegisterHead> {
  const entry = await db
    .selectFrom('entries')
    .select(['sequence as count', 'registerHash as hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const access = await db
    .selectFrom('accesses')
    .select(['sequence as count', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { ...asHead(entry), at: new Date().toISOString(), accesses: asHead(access) };
}

/** Reads a head that was written out before; throws RangeError where it is not one. */
export function parseHead(text: string): RegisterHead {
  const given = fieldsOf(JSON.parse(text));
  const { at } = given;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) throw notAHead();
  return { ...chainHead(given), at, accesses: chainHead(fieldsOf(given['accesses'])) };
}

function chainHead({ count, head }: Record<string, unknown>): ChainHead {
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) throw notAHead();
  if (typeof head !== 'string' || !/^[0-9a-f]{64}$/.test(head)) throw notAHead();
  return { count, head };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw notAHead();
  return { ...value };
}

const notAHead = () => new RangeError('This is not a head of the register as it was written out.');

const asHead = (last: { count: number; hash: Buffer } | undefined): ChainHead => ({
  count: last?.count ?? 0,
  head: (last?.hash ?? noHash).toString('hex'),
});
