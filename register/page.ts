import { type RawBuilder, sql } from 'kysely';
import type { Filter } from './filter';

/** Part of a list, and where the next part begins. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Give it back as `after`; null: this was the last page. */
  readonly next: string | null;
}

export interface PageRequest {
  /** How many rows at most; 1 to 1,000. */
  readonly limit: number;
  /** `next` of the page before; null: from the beginning. */
  readonly after: string | null;
}

/** A list at a moment: lateness is judged by `now`, an instant in UTC. */
export interface ListRequest extends PageRequest {
  readonly now: string;
  readonly filter: Filter;
}

export type Position = readonly (string | number)[];

/** Nothing due sorts last, in lists as in indexes. */
export const dueOrder = (column: 'nextDueAt' | 'dueAt'): RawBuilder<string> =>
  sql<string>`coalesce(${sql.ref(column)}, 'infinity')`;

export const positionOfDue = (dueAt: string | null): string => dueAt ?? 'infinity';

/** One row more is read than asked for, to know whether there are more. */
export function pageOf<Row>(
  read: readonly Row[],
  limit: number,
  positionOf: (row: Row) => Position,
): Page<Row> {
  const rows = read.slice(0, limit);
  const last = rows.at(-1);
  const next = read.length > limit && last !== undefined ? encode(positionOf(last)) : null;
  return { rows, next };
}

/** What was asked for is no page of a list. */
export class NoSuchPage extends RangeError {
  override readonly name = 'NoSuchPage';
}

/** Throws NoSuchPage where `after` is not what a page of this list gave. */
export function positionAfter(after: string, length: number): Position {
  const position = decode(after);
  if (position?.length !== length) {
    throw new NoSuchPage('This is not where a page of this list ended.');
  }
  return position;
}

/** Throws NoSuchPage. */
export function checkLimit({ limit }: Pick<PageRequest, 'limit'>): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) {
    throw new NoSuchPage(`A page has 1 to 1000 rows, not ${limit}.`);
  }
}

const encode = (position: Position): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

function decode(text: string): Position | null {
  try {
    const position: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return isPosition(position) && isDue(position[0]) ? position : null;
  } catch {
    return null;
  }
}

const isDue = (due: unknown): boolean =>
  typeof due === 'string' && (due === 'infinity' || !Number.isNaN(Date.parse(due)));

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.every((part) => typeof part === 'string' || Number.isSafeInteger(part));
