import { createHash } from 'node:crypto';
import { englandAndWales } from '../domain/bank-holidays';
import type { Entry } from '../domain/record/entry';
import type { AnyState } from '../domain/records';
import { rulebookOf } from '../domain/rulebook';
import { entryOf } from '../register/body';
import type { EntryRow } from '../register/schema';
import type { WholeCase } from '../register/whole-case';
import { evidenceIndex } from './evidence';
import { packFormat, type Link, type Manifest, type Timeline, type packFiles } from './format';
import { timelinePage } from './page';
import { readMe } from './read-me';

/** Who exports, and when: a person's id and an instant in UTC. */
export interface Export {
  readonly exportedAt: string;
  readonly exportedBy: string;
}

export interface PackContents {
  readonly manifest: Manifest;
  readonly files: Readonly<Record<(typeof packFiles)[number], string>>;
}

/** Every file of a pack, as text. */
export function packContents(whole: WholeCase, { exportedAt, exportedBy }: Export): PackContents {
  const { reference, kept, messages, head } = whole;
  const state = kept.state as AnyState;
  const entries = whole.entries.map(linkOf);
  const chain = { entries: entries.length, hash: entries.at(-1)?.hash ?? '' };
  const page = { exportedAt, exportedBy, chain };
  const timeline: Timeline = { reference, entries };
  const files = {
    'READ-ME.txt': readMe,
    'timeline.html': timelinePage({
      ...{ manifest: page, registerHead: head.head, state },
      entries: entriesOf(timeline),
    }),
    'timeline.json': json(timeline),
    'record.json': json({ number: kept.number, state }),
    'evidence.json': json(evidenceIndex(state.tasks, exportedAt)),
    'messages.json': json(messages),
    'rulebook.json': json(rulebookOf(state.rulebook)),
    'calendar.json': json(calendarOf(state.calendar)),
    'head.json': json(head),
  };
  const hashes = Object.entries(files).map(([name, text]) => [name, sha256(text)] as const);
  const hashOf = Object.fromEntries(hashes);
  return { manifest: { format: packFormat, reference, ...page, files: hashOf }, files };
}

export const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

/** The lines of the history, by their numbers. */
export const entriesOf = ({ entries }: Timeline): Entry[] =>
  entries
    .map(({ body }) => entryOf(Buffer.from(body)).entry)
    .sort((one, other) => one.number - other.number);

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function linkOf(row: EntryRow): Link {
  const { number, sequence, recordedAt, body } = row;
  return {
    ...{ number, sequence, recordedAt, body: body.toString('utf8') },
    previousHash: row.previousHash.toString('hex'),
    hash: row.hash.toString('hex'),
    previousRegisterHash: row.previousRegisterHash.toString('hex'),
    registerHash: row.registerHash.toString('hex'),
  };
}

/** Its version alone where this program holds another by now. */
const calendarOf = (version: string) =>
  version === englandAndWales.version ? englandAndWales : { version };
