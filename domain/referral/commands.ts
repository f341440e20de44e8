import { z } from 'zod';
import { date, moment, taskCommandSchemas, text, type CommandIn } from '../record/task-commands';

/** What the partners can decide on a referral. */
export const outcomes = [
  'meets-the-criteria',
  'other-local-learning',
  'no-further-action',
  'more-information',
] as const;
export type Outcome = (typeof outcomes)[number];

/** A partner's view of whether the criteria for a review are met. */
export const views = ['meets', 'does-not-meet', 'not-sure'] as const;
export type PartnersView = (typeof views)[number];

/** Every action on a practice review referral, by name, with what a person must give. */
export const referralCommandSchemas = {
  ...taskCommandSchemas,
  askReferrer: z.strictObject({ what: text, by: date }),
  amend: z.strictObject({
    patch: z.record(z.string(), z.unknown()),
    correction: z.boolean(),
    reason: text.nullable(),
  }),
  giveView: z.strictObject({
    partner: z.string().min(1).max(100),
    view: z.enum(views),
    reason: text,
  }),
  decideReferral: z.strictObject({
    outcome: z.enum(outcomes),
    reason: text,
    /** What the referrer is told: nothing about a child is in it. */
    toReferrer: text,
    /** Whether it raises issues of importance in the area. */
    importance: text,
    /** What agencies could learn together. */
    lesson: text,
    dissent: text.nullable(),
    /** By when more information is needed; null with any other outcome. */
    by: date.nullable(),
  }),
  startIncident: z.strictObject({
    incident: z.string().min(1).max(40),
    /** When the authority became aware: no later than it received the referral, without a reason. */
    becameAwareAt: moment,
    reason: text.nullable(),
  }),
  redate: z.strictObject({ reason: text }),
} as const;

export type ReferralCommandName = keyof typeof referralCommandSchemas;
export type ReferralCommandOf<Name extends ReferralCommandName> = CommandIn<
  typeof referralCommandSchemas,
  Name
>;
export type ReferralCommand = {
  [Name in ReferralCommandName]: ReferralCommandOf<Name>;
}[ReferralCommandName];
