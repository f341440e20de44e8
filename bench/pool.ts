/** Does a job so many times, some at once, and answers the seconds that it took. */
export async function timePool(
  count: number,
  atOnce: number,
  job: () => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  let left = count;
  const line = async () => {
    while (left > 0) {
      left -= 1;
      await job();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  return (performance.now() - started) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
