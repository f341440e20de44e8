import { z } from 'zod';
import { authorityProblems } from './authority-checks';
import { defaultLadder } from './default-ladder';
import * as field from './fields';
import { stepsSchema } from './ladder-steps';
import { targetKinds } from './own-tasks';
import type { Parsed } from './problem';
import { roles, type Role } from './roles';
import { problemsOf } from './zod-problems';

export type { LadderStep } from './ladder-steps';
export { roles, type Role } from './roles';

const notice = field.flagField.default(false);

const partnerSchema = field.closedObject({
  id: field.idField,
  name: field.filledTextField,
  email: field.emailField,
  notice,
});

const areaSchema = field.closedObject({
  code: field.areaCodeField,
  name: field.filledTextField,
  email: field.emailField,
  notice,
});

const absenceSchema = field.closedObject({
  from: field.dateField,
  to: field.dateField,
  cover: field.idField.nullable().default(null),
});

const personSchema = field.closedObject({
  id: field.idField,
  name: field.filledTextField,
  email: field.emailField,
  roles: z.array(field.choiceField(...roles), { error: 'Write a list of roles' }),
  away: z.array(absenceSchema, { error: 'Write a list of absences' }).default([]),
});

/** Working days for kinds of own task whose period is the authority's to choose. */
const targetsSchema = z
  .partialRecord(z.enum(targetKinds), field.workingDaysField(0), {
    error: `Write an object with working days for any of: ${targetKinds.join(', ')}`,
  })
  .default({});

const hoursRemedy = 'Write a whole number of hours, 1 to 72';

const address = field.emailField.exactOptional();

const authoritySchema = field.closedObject({
  code: field.areaCodeField,
  name: field.filledTextField,
  rulebook: field.choiceField('england-2023'),
  partners: z.array(partnerSchema, { error: 'Write a list of the safeguarding partners' }),
  areas: z.array(areaSchema, { error: 'Write a list of other authorities' }).default([]),
  people: z.array(personSchema, { error: 'Write a list of people' }),
  roleAddresses: field.closedObject({
    'notifying-officer': address,
    deputy: address,
    manager: address,
    director: field.emailField,
    'business-manager': address,
    'front-door': address,
    'data-protection': address,
    auditor: address,
    operator: address,
  } satisfies Record<Role, unknown>),
  ladder: field
    .closedObject({
      must: stepsSchema.default(defaultLadder.must),
      should: stepsSchema.default(defaultLadder.should),
    })
    .default(defaultLadder),
  targets: targetsSchema,
  /** Hours from awareness to the briefing of senior leaders; null: the local procedure sets none. */
  briefingWithinHours: z
    .int({ error: hoursRemedy })
    .min(1, { error: hoursRemedy })
    .max(72, { error: hoursRemedy })
    .nullable()
    .default(null),
  regulatedSettings: field
    .closedObject({
      apply: field.flagField,
      definition: field.textField.nullable().default(null),
    })
    .default({ apply: true, definition: null }),
  onCall: z
    .array(field.closedObject({ role: field.filledTextField, phone: field.filledTextField }), {
      error: 'Write a list of whom to ring, each with role and phone',
    })
    .default([]),
  /** Whether anybody at all may hand in a practice review referral, without signing in. */
  publicReferrals: field.flagField.default(false),
  procedureUrl: z
    .url({ protocol: /^https?$/, error: 'Write an address that starts with https://' })
    .nullable()
    .default(null),
});

/** The authority's file with all defaults applied: who does what, who is told, and when. */
export type Authority = z.infer<typeof authoritySchema>;

/** The authority's file, or every problem in it. */
export function parseAuthority(input: unknown): Parsed<Authority> {
  const parsed = authoritySchema.safeParse(input);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, input)),
    ...authorityProblems(input),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: parsed.data };
}
