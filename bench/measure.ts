/** One line of the result: a figure, and the bound that it is held against. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Null: only told, held against nothing. */
  readonly bound: Bound | null;
  /** What one must know to read it. */
  readonly note?: string;
}

export interface Bound {
  readonly is: 'at most' | 'at least';
  readonly value: number;
}

export interface BenchOptions {
  /** Reports that `assess --ndjson` is fed. */
  readonly lines: number;
}

/** Each brings up what it needs and takes it down again. */
export type Measure = (options: BenchOptions) => Promise<readonly Figure[]>;

export const atMost = (value: number): Bound => ({ is: 'at most', value });
export const atLeast = (value: number): Bound => ({ is: 'at least', value });

export function isReached({ value, bound }: Figure): boolean | null {
  if (bound === null) return null;
  return bound.is === 'at most' ? value <= bound.value : value >= bound.value;
}
