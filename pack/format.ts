import { z } from 'zod';

/** What a pack's files hold and how its page is written: a released format never changes. */
export const packFormat = 1;

/** The files of a pack, in the order in which they are checked. */
export const packFiles = [
  ...['READ-ME.txt', 'timeline.html', 'timeline.json', 'record.json', 'evidence.json'],
  ...['messages.json', 'rulebook.json', 'calendar.json', 'head.json'],
] as const;

export const manifestFile = 'manifest.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.strictObject({
  format: z.literal(packFormat),
  reference: z.string(),
  /** Instant, UTC. */
  exportedAt: z.iso.datetime(),
  /** A person's id. */
  exportedBy: z.string(),
  /** How far the incident's own chain had come. */
  chain: z.strictObject({ entries: z.int().positive(), hash }),
  /** SHA-256 of each file. */
  files: z.record(z.string(), hash),
});

export type Manifest = z.infer<typeof manifestSchema>;

const linkSchema = z.strictObject({
  number: z.int().positive(),
  sequence: z.int().positive(),
  recordedAt: z.string(),
  /** The stored bytes, as UTF-8 text: what the hashes cover. */
  body: z.string(),
  previousHash: hash,
  hash,
  previousRegisterHash: hash,
  registerHash: hash,
});

/** One entry as the register holds it, hashes in hexadecimal. */
export type Link = z.infer<typeof linkSchema>;

const timelineSchema = z.strictObject({ reference: z.string(), entries: z.array(linkSchema) });

export type Timeline = z.infer<typeof timelineSchema>;

/** Null: this is not a manifest of the format that this program knows. */
export const parseManifest = (text: string): Manifest | null => parsed(manifestSchema, text);

/** Null: this is no timeline of a pack. */
export const parseTimeline = (text: string): Timeline | null => parsed(timelineSchema, text);

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
