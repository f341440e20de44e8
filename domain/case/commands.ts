import { z } from 'zod';
import {
  agreements,
  alongsideItemNames,
  alongsideStandings,
  signOffViews,
} from '../around/alongside';
import {
  date,
  moment,
  task,
  taskCommandSchemas,
  text,
  type CommandIn,
} from '../record/task-commands';

/** Every action on an incident record, by name, with what a person must give. */
export const commandSchemas = {
  ...taskCommandSchemas,
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
  lookAgain: z.strictObject({ task, on: date, reason: text }),
  decideNotToNotify: z.strictObject({
    reason: text,
    views: z.array(z.strictObject({ partner: text, view: text })).readonly(),
    dissent: text.nullable(),
    lookAgainOn: date.nullable(),
  }),
  /** A safeguarding partner's view of what is notified; `partner`: an id of the authority's file. */
  giveView: z.strictObject({
    partner: z.string().min(1).max(100),
    view: z.enum(agreements),
    reason: text,
  }),
  /** The director's, which is optional. */
  signOff: z.strictObject({ view: z.enum(signOffViews), reason: text.nullable() }),
  noteAlongside: z.strictObject({
    item: z.enum(alongsideItemNames),
    standing: z.enum(alongsideStandings),
    note: text.nullable(),
  }),
  approve: z.strictObject({ proposal: z.string().min(1) }),
  withdraw: z.strictObject({ reason: text }),
  reopen: z.strictObject({ reason: text }),
  link: z.strictObject({
    other: z.string().min(1).max(40),
    /** When the authority became aware, as the other record says. */
    otherBecameAwareAt: moment,
    reason: text,
  }),
  redate: z.strictObject({ reason: text }),
} as const;

export type CommandName = keyof typeof commandSchemas;

export type CommandOf<Name extends CommandName> = CommandIn<typeof commandSchemas, Name>;

/** A person's action with who acts; plain JSON, checked against its schema by the client. */
export type Command = { [Name in CommandName]: CommandOf<Name> }[CommandName];
