import { z } from 'zod';

const looseObject = z.record(z.string(), z.unknown());
const looseList = z.array(z.unknown());

/** The value where it is good, undefined where it is not. */
export function good<T extends z.ZodType>(schema: T, value: unknown): z.output<T> | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The entries of an object; none where it is no object. */
export function entriesOf(value: unknown): Record<string, unknown> {
  return good(looseObject, value) ?? {};
}

/** The items of a list; undefined where it is no list. */
export function itemsOf(value: unknown): unknown[] | undefined {
  return good(looseList, value);
}
