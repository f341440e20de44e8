/** What two reports of one incident have in common, as they were handed in. */
export interface Likeness {
  /** Of any of the children; upper case and without spaces, so that they compare. */
  readonly localCaseIds: readonly string[];
  /** Date; null: not known. */
  readonly occurredOn: string | null;
  /** `in-area`, `elsewhere-in-england` or `outside-england`. */
  readonly place: string | null;
  /** The ONS code of the authority where it happened; null: our own, or not in England. */
  readonly area: string | null;
}

export function likenessOf(report: unknown): Likeness {
  const children = fieldOf(report, 'children');
  const ids = (Array.isArray(children) ? children : []).flatMap(
    (child) => textIn(child, 'localCaseId') ?? [],
  );
  return {
    localCaseIds: [...new Set(ids.map(comparable))],
    occurredOn: textIn(report, 'occurredOn'),
    place: textIn(report, 'place'),
    area: textIn(report, 'incidentArea'),
  };
}

const comparable = (id: string): string => id.normalize('NFKC').replace(/\s/g, '').toUpperCase();

function textIn(value: unknown, key: string): string | null {
  const field = fieldOf(value, key);
  return typeof field === 'string' ? field : null;
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
