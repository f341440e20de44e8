import { createHash } from 'node:crypto';

/** Tells the same file again without a worker. It travels encrypted, as all of a report does. */
export function fingerprint(report: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(report)))
    .digest('base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
}
