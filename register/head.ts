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

/** Whether both chains had come as far, and to the same links. */
export const isSameHead = (one: RegisterHead, other: RegisterHead): boolean =>
  isSameLink(one, other) && isSameLink(one.accesses, other.accesses);

const isSameLink = (one: ChainHead, other: ChainHead): boolean =>
  one.count === other.count && one.head === other.head;

/** What was given as heads of the register are none. */
export class NotAHead extends RangeError {
  override readonly name = 'NotAHead';
}

/** The heads of a file: one document, or one a line as they are published. Throws NotAHead. */
export function parseHeads(text: string): readonly RegisterHead[] {
  const whole = parsed(text);
  const heads =
    whole === undefined
      ? text.split('\n').filter(Boolean).map(parsed).map(headOf)
      : [headOf(whole)];
  if (heads.length === 0) throw notAHead();
  return heads;
}

function headOf(value: unknown): RegisterHead {
  const given = fieldsOf(value);
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const notAHead = () =>
  new NotAHead('These are not heads of the register as `notifiable head` writes them out.');

const asHead = (last: { count: number; hash: Buffer } | undefined): ChainHead => ({
  count: last?.count ?? 0,
  head: (last?.hash ?? noHash).toString('hex'),
});
