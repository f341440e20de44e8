/** Random choices that a seed repeats: the same seed makes the same incident-year. */
export interface Chance {
  /** A whole number from 0, below `limit`. */
  below(limit: number): number;
  /** True in so many of a hundred cases. */
  percent(of: number): boolean;
  oneOf<T>(choices: readonly T[]): T;
}

/** Mulberry32: a small, well-spread generator of 32 bits. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    percent: (of) => next() * 100 < of,
    oneOf: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('Nothing to choose from');
      return chosen;
    },
  };
}

const msPerMinute = 60_000;

/** A moment so many minutes after another. */
export const minutesAfter = (moment: string, minutes: number): string =>
  new Date(Date.parse(moment) + minutes * msPerMinute).toISOString();
