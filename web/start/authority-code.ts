import { textOf, type Form } from '../visit';

/** The authority chosen, or the code written beside the choice; null: neither. */
export function readAuthorityCode(form: Form, name: string): string | null {
  const chosen = textOf(form, name);
  if (chosen !== '' && chosen !== 'other') return chosen;
  return textOf(form, `${name}-code`).toUpperCase() || null;
}

/** A code as the two fields show it; `known` are those that can be chosen. */
export function authorityFields(name: string, code: string | null, known: readonly string[]): Form {
  if (code === null) return {};
  return known.includes(code) ? { [name]: code } : { [name]: 'other', [`${name}-code`]: code };
}
