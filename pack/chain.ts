import { entryHash, noHash, registerHash } from '../register/chain';
import { entryOf } from '../register/body';
import type { Link, Manifest, Timeline } from './format';

/** The first entry that does not fit; null as its number: the end is not where it should be. */
export interface ChainMisfit {
  readonly number: number | null;
  readonly problem: string;
}

/** Recomputes every hash from the stored bytes. Null: all entries fit, and the last is the last. */
export function chainMisfit(timeline: Timeline, manifest: Manifest): ChainMisfit | null {
  if (timeline.reference !== manifest.reference) return { number: null, problem: otherRecord };
  let before: Link | null = null;
  for (const link of timeline.entries) {
    const problem = linkProblem(timeline.reference, link, before);
    if (problem !== null) return { number: link.number, problem };
    before = link;
  }
  const { entries, hash } = manifest.chain;
  const ends = timeline.entries.length === entries && before?.hash === hash;
  return ends ? null : { number: null, problem: cutOff(timeline.entries.length, entries) };
}

function linkProblem(reference: string, link: Link, before: Link | null): string | null {
  const { number, sequence, recordedAt } = link;
  const body = Buffer.from(link.body);
  const hash = entryHash(bytes(link.previousHash), { reference, number, body });
  if (hash.toString('hex') !== link.hash || numberIn(body) !== number) return edited;
  const inRegister = registerHash(bytes(link.previousRegisterHash), { sequence, recordedAt, hash });
  if (inRegister.toString('hex') !== link.registerHash) return edited;
  const previous = before?.hash ?? noHash.toString('hex');
  return link.previousHash === previous ? null : elsewhere;
}

function numberIn(body: Buffer): number | null {
  try {
    return entryOf(body).entry.number;
  } catch {
    return null;
  }
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

const edited =
  'Its content, its number, its time or the record it belongs to is not what was kept.';
const elsewhere =
  'It does not follow the entry before it: one is missing, moved or of another record.';
const otherRecord = 'These entries are of another record than the manifest.';
const cutOff = (found: number, expected: number) =>
  `There are ${found} entries up to here, and the manifest ends at another one, number ${expected}: the end was cut off or replaced.`;
