import { randomInt } from 'node:crypto';
import { londonDateOf } from '../domain/calendar';
import { kindOf, recordKinds, type RecordKindName } from '../domain/record/kinds';
import { refuse } from './refusal';

const form = /^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/;

/** A reference as somebody types one, in capitals where it begins as ours do; null: it can be none. */
export function referenceTyped(typed: string): string | null {
  const text = typed.trim();
  if (!form.test(text)) return null;
  const capitals = text.toUpperCase();
  const isOurs = Object.values(recordKinds).some(({ prefix }) => capitals.startsWith(prefix));
  return isOurs ? capitals : text;
}

/** Null: a new record of that kind may have it. The refusal does not repeat it: it may hold a name. */
export function referenceRefused(reference: string, kind: RecordKindName) {
  const { prefix, words } = recordKinds[kind];
  if (!form.test(reference)) {
    return refuse(
      'That is no usable reference.',
      `Use 3 to 40 letters, digits and hyphens, such as ${prefix}2026-7K3F; never a name or a birth date.`,
    );
  }
  if (kindOf(reference) === kind) return null;
  return refuse(
    `That reference is not one of ${words.toLowerCase()}s.`,
    kind === 'incident'
      ? `${recordKinds.referral.prefix} and ${recordKinds.review.prefix} begin those of referrals and reviews.`
      : `Begin it with ${prefix}, such as ${prefix}2026-7K3F.`,
  );
}

/** One that is likely to be free. No letters that read like digits: it is read out on the telephone. */
export function newReference(kind: RecordKindName, now: string): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const letters = Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${recordKinds[kind].prefix}${londonDateOf(now).slice(0, 4)}-${letters}`;
}
