const atOnce = 8;

/** Does the work for each item, eight at once. The first error ends it. */
export async function forEach<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const next = async (): Promise<void> => {
    for (let item = left.next(); !item.done; item = left.next()) await work(item.value);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
