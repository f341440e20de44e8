import { z } from 'zod';
import {
  date,
  moment,
  task,
  taskCommandSchemas,
  text,
  type CommandIn,
} from '../record/task-commands';

const partner = z.string().min(1).max(100);
const considered = z.strictObject({ answer: z.enum(['yes', 'no']), reason: text });

/** What the Panel can answer to a rapid review. */
export const replies = [
  'agrees',
  'disagrees',
  'asks-for-more',
  'considers-a-national-review',
] as const;

/** Every action on a review, by name, with what a person must give. */
export const reviewCommandSchemas = {
  ...taskCommandSchemas,
  /** Regulation 14: asked in writing, with the text. */
  askAgency: z.strictObject({ agency: text, text, by: date.nullable() }),
  signOff: z.strictObject({ partner, view: z.enum(['agrees', 'dissents']), reason: text }),
  decideReview: z.strictObject({
    /** When the partners decided: the six months count from it. */
    at: moment,
    decision: z.enum(['local-review', 'no-local-review']),
    /** SI 2018/789 regulation 11(2): a considered answer to each; meeting one compels nothing. */
    factors: z.strictObject({
      improvements: considered,
      themes: considered,
      'working-together': considered,
      'panel-concluded': considered,
    }),
    rationale: text,
    dissent: text.nullable(),
  }),
  recordReply: z.strictObject({
    at: moment,
    reply: z.enum(replies),
    text,
    /** By when more is to be sent; null where nothing is asked. */
    by: date.nullable(),
  }),
  appoint: z.strictObject({ reviewer: text, expertise: text, conflicts: text }),
  /** A request for information or for a draft, in writing. */
  askInWriting: z.strictObject({
    of: text,
    what: z.enum(['information', 'draft']),
    text,
    by: date,
  }),
  planPublication: z.strictObject({ on: date, reason: text }),
  /** A decision not to publish the report. */
  withholdReport: z.strictObject({ reason: text }),
  publish: z.strictObject({ on: date, where: text }),
  addAction: z.strictObject({ what: text, owner: text, by: date }),
  /** Accepts that a learning action is not done. */
  acceptNotDone: z.strictObject({ task, reason: text }),
  /** The case proves to be outside the criteria: a proposal until a second person approves. */
  endReview: z.strictObject({ reason: text }),
  approve: z.strictObject({ proposal: z.string().min(1) }),
  redate: z.strictObject({ reason: text }),
} as const;

export type ReviewCommandName = keyof typeof reviewCommandSchemas;
export type ReviewCommandOf<Name extends ReviewCommandName> = CommandIn<
  typeof reviewCommandSchemas,
  Name
>;
export type ReviewCommand = {
  [Name in ReviewCommandName]: ReviewCommandOf<Name>;
}[ReviewCommandName];
