import { refuse } from './refusal';

/** Null: it may be used. The refusal does not repeat it: it may hold a name. */
export function referenceRefused(reference: string) {
  if (/^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/.test(reference)) return null;
  return refuse(
    'That is no usable reference.',
    'Use 3 to 40 letters, digits and hyphens, such as SI-2026-7K3F; never a name or a birth date.',
  );
}
