import { z } from 'zod';
import type { Actor } from './state';

/** What a person writes: a reason, an explanation. */
export const text = z.string().trim().min(1).max(4000);
const moment = z.iso.datetime({ offset: true });
const task = z.string().min(1).max(100);
const date = z.iso.date();

/** Every action on an incident record, by name, with what a person must give. */
export const commandSchemas = {
  acknowledge: z.strictObject({ tasks: z.array(task).min(1).readonly() }),
  done: z.strictObject({
    tasks: z.array(task).min(1).readonly(),
    at: moment,
    channel: text,
    reference: text.nullable(),
    told: text,
  }),
  amend: z.strictObject({
    patch: z.record(z.string(), z.unknown()),
    correction: z.boolean(),
    reason: text.nullable(),
  }),
  changeAnswer: z.strictObject({
    child: text,
    criterion: text,
    answer: z.enum(['met', 'not-met']),
    reason: text,
  }),
  confirm: z.strictObject({ task, reason: text.nullable() }),
  lookAgain: z.strictObject({ task, on: date, reason: text }),
  decideNotToNotify: z.strictObject({
    reason: text,
    views: z.array(z.strictObject({ partner: text, view: text })).readonly(),
    dissent: text.nullable(),
    lookAgainOn: date.nullable(),
  }),
  approve: z.strictObject({ proposal: z.string().min(1) }),
  withdraw: z.strictObject({ reason: text }),
  reopen: z.strictObject({ reason: text }),
  reassign: z.strictObject({ task, to: text }),
  explain: z.strictObject({ task, text }),
  link: z.strictObject({
    other: z.string().min(1).max(40),
    /** When the authority became aware, as the other record says. */
    otherBecameAwareAt: moment,
    reason: text,
  }),
  redate: z.strictObject({ reason: text }),
} as const;

export type CommandName = keyof typeof commandSchemas;

export type CommandOf<Name extends CommandName> = {
  readonly name: Name;
  readonly actor: Actor;
} & Readonly<z.infer<(typeof commandSchemas)[Name]>>;

/** A person's action with who acts; plain JSON, checked against its schema by the client. */
export type Command = { [Name in CommandName]: CommandOf<Name> }[CommandName];
