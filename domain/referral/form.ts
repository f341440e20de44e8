import { z } from 'zod';
import { utc } from '../calendar';
import * as field from '../fields';
import type { Parsed } from '../problem';
import { england2023 } from '../rulebook/england-2023';
import { problemsOf } from '../zod-problems';
import { formProblems } from './form-checks';
import { draftOf } from './form-draft';
import { capacities, questions, type Question, type QuestionName } from './questions';

/** A field with its question, for whoever draws a form from the schema. */
function asked<T extends z.ZodType>(name: QuestionName, schema: T): T {
  const { ask, help, notAskedOf }: Question = questions[name];
  return schema.meta({
    title: ask,
    ...(help !== undefined && { description: help }),
    ...(notAskedOf && { notAskedOf }),
  });
}

const words = field.filledTextField.nullable().default(null);
const date = field.dateField.nullable().default(null);
const area = field.areaCodeField.nullable().default(null);
const notYetKnown = 'not-yet-known';
const answer = field.choiceField('yes', 'no', notYetKnown).default(notYetKnown);
const yesNo = field.choiceField('yes', 'no', 'dont-know');

/** As a child of an incident report; all but `ref` may be left out, and is not yet known then. */
const childSchema = field.closedObject({
  ref: asked('children.ref', field.refField),
  localCaseId: asked('children.localCaseId', words),
  bornOn: asked('children.bornOn', date),
  harm: asked(
    'children.harm',
    field.choiceField('died', 'seriously-harmed', 'none', notYetKnown).default(notYetKnown),
  ),
  suspectedSuicide: asked('children.suspectedSuicide', field.flagField.default(false)),
  abuseOrNeglect: asked(
    'children.abuseOrNeglect',
    field.choiceField('known', 'suspected', 'not-suspected', notYetKnown).default(notYetKnown),
  ),
  lookedAfter: asked('children.lookedAfter', answer),
  regulatedSetting: asked('children.regulatedSetting', answer),
  careLeaver: asked(
    'children.careLeaver',
    field.choiceField('yes', 'no', notYetKnown).exactOptional(),
  ),
  normallyResidentHere: asked('children.normallyResidentHere', field.flagField.default(true)),
  lookedAfterBy: asked('children.lookedAfterBy', area),
  careLeaverOf: asked('children.careLeaverOf', area),
});

const referrerSchema = field.closedObject({
  capacity: asked('referrer.capacity', field.choiceField(...capacities)),
  name: asked('referrer.name', words),
  role: asked('referrer.role', words),
  agency: asked('referrer.agency', words),
  safeContact: asked('referrer.safeContact', words),
});

const discussionSchema = field.closedObject({
  answer: asked('teamManagerDiscussion.answer', field.choiceField('yes', 'no', 'not-applicable')),
  note: asked('teamManagerDiscussion.note', words),
});

const consultedSchema = field.closedObject({
  who: asked(
    'consulted.who',
    field.choiceField(
      'line-manager',
      'designated-safeguarding-lead',
      'partnership-representative',
      'nobody',
    ),
  ),
  note: asked('consulted.note', words),
});

const internalReviewSchema = field.closedObject({
  reference: asked('internalReview.reference', field.filledTextField),
});

const criteria = field.choiceField(...england2023.criteria.map(({ id }) => id), 'none-obvious');
const kinds = field.choiceField('referral', 'considered-not-referring');
const agencies = z.array(field.filledTextField, { error: 'Write a list of agencies' });

const formSchema = field.closedObject({
  concernRaised: asked('concernRaised', yesNo),
  concernReference: asked('concernReference', words),
  kind: asked('kind', kinds.default('referral')),
  receivedAt: asked('receivedAt', field.momentField.exactOptional()),
  referrer: asked('referrer', referrerSchema),
  whyCriteriaMet: asked('whyCriteriaMet', words),
  criterion: asked('criterion', criteria.nullable().default(null)),
  whatHappened: asked('whatHappened', words),
  occurredOn: asked('occurredOn', date),
  becameApparentOn: asked('becameApparentOn', date),
  place: asked('place', field.placeField.nullable().default(null)),
  incidentArea: asked('incidentArea', area),
  children: asked('children', z.array(childSchema, { error: 'Write a list of 1 to 20 children' })),
  siblings: asked('siblings', words),
  whyOverTwelveMonths: asked('whyOverTwelveMonths', words),
  teamManagerDiscussion: asked('teamManagerDiscussion', discussionSchema.nullable().default(null)),
  consulted: asked('consulted', consultedSchema.nullable().default(null)),
  guidanceConsidered: asked('guidanceConsidered', words),
  internalReview: asked('internalReview', internalReviewSchema.nullable().default(null)),
  lessonHoped: asked('lessonHoped', words),
  agenciesInvolved: asked('agenciesInvolved', agencies.default([])),
  police: asked('police', words),
  coronerOrCourt: asked('coronerOrCourt', words),
  familyKnows: asked('familyKnows', yesNo.nullable().default(null)),
});

/** A practice review referral with all defaults applied; instants in UTC, dates local. */
export type ReferralForm = Omit<z.infer<typeof formSchema>, 'receivedAt'> & {
  /** When the Partnership Business Manager received it. */
  receivedAt: string;
};

/**
 * The form with every default applied, or every problem in it. Parsing twice changes nothing. What
 * is merely missing is no problem: it prompts.
 */
export function parseReferral(
  input: unknown,
  context: { readonly now: string },
): Parsed<ReferralForm> {
  const now = utc(context.now);
  const parsed = formSchema.safeParse(input);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, input)),
    ...formProblems(draftOf(input), now),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { ...parsed.data, receivedAt: parsed.data.receivedAt ?? now } };
}

/**
 * The form as a JSON schema: each field's `title` is its question, `description` says more, and
 * `notAskedOf` lists the capacities that are not asked it.
 */
export const referralSchema = () => z.toJSONSchema(formSchema, { io: 'input' });
