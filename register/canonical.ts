/** JSON with sorted keys and no spaces: equal values give equal bytes. Absent keys stay absent. */
export function canonicalJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(sorted(value)), 'utf8');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
