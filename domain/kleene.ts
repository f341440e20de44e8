/** Kleene's three values: a fact may be true, false, or not yet known. */
export type Truth = 'yes' | 'no' | 'not-yet-known';

/** Yes only when all are yes; no as soon as one is no; else not yet known. */
export function all(values: readonly Truth[]): Truth {
  if (values.includes('no')) return 'no';
  return values.includes('not-yet-known') ? 'not-yet-known' : 'yes';
}

/** No only when all are no; yes as soon as one is yes; else not yet known. */
export function any(values: readonly Truth[]): Truth {
  if (values.includes('yes')) return 'yes';
  return values.includes('not-yet-known') ? 'not-yet-known' : 'no';
}
