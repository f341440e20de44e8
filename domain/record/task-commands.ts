import { z } from 'zod';
import { fileTypes, largestFileBytes } from '../evidence-file';
import type { Actor } from './task-book';

/** What a person writes: a reason, an explanation. */
export const text = z.string().trim().min(1).max(4000);
export const moment = z.iso.datetime({ offset: true });
export const task = z.string().min(1).max(100);
export const date = z.iso.date();

/** A file that is kept already: what was done only names it. */
const file = z.strictObject({
  id: z.string().min(1).max(40),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(Object.keys(fileTypes)),
  size: z.int().min(1).max(largestFileBytes),
});

/** What people do to a task, whichever kind of record it belongs to. */
export const taskCommandSchemas = {
  acknowledge: z.strictObject({ tasks: z.array(task).min(1).readonly() }),
  done: z.strictObject({
    tasks: z.array(task).min(1).readonly(),
    at: moment,
    channel: text,
    reference: text.nullable(),
    told: text,
    file: file.exactOptional(),
  }),
  confirm: z.strictObject({ task, reason: text.nullable() }),
  reassign: z.strictObject({ task, to: text, reason: text.nullable().exactOptional() }),
  explain: z.strictObject({ task, text }),
} as const;

export type TaskCommandName = keyof typeof taskCommandSchemas;

/** One of a table's commands by its name, with who acts. */
export type CommandIn<Schemas extends Record<string, z.ZodType>, Name extends keyof Schemas> = {
  readonly name: Name;
  readonly actor: Actor;
} & Readonly<z.infer<Schemas[Name]>>;
