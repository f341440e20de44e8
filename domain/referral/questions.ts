/** In which capacity somebody refers. */
export const capacities = [
  'professional-body',
  'public',
  'councillor',
  'mp',
  'coroner',
  'agency',
  'other',
] as const;
export type Capacity = (typeof capacities)[number];

/** One question of the form, in plain words. */
export interface Question {
  readonly ask: string;
  readonly help?: string;
  /** Who is not asked it. An answer of theirs is taken all the same. */
  readonly notAskedOf?: readonly Capacity[];
  /** Nothing is missing where it is not answered: another answer says whether it is needed. */
  readonly optional?: true;
}

const thePublic = ['public'] as const;
/** They have no line manager to consult and no agency whose review it would be. */
const outsideAgencies = ['public', 'councillor', 'mp', 'coroner'] as const;

/** Every question of the form in its order, by field; `children` stands for each child. */
export const questions = {
  kind: {
    optional: true,
    ask: 'Do you refer the case, or record that you considered it and do not refer it?',
    help: 'An agency records that it considered this procedure, with its own review’s reference.',
    notAskedOf: outsideAgencies,
  },
  concernRaised: {
    ask: 'Has a safeguarding concern been raised?',
    help: 'This comes first. If it has not, or you do not know, raise it now: nothing here waits for it, and it waits for nothing here.',
  },
  concernReference: {
    optional: true,
    ask: 'Under which reference was the safeguarding concern raised?',
    help: 'Only where one was raised. If you do not know it, write so.',
  },
  receivedAt: {
    optional: true,
    ask: 'When did the Partnership Business Manager receive this?',
    help: 'Left out: now.',
  },
  referrer: { ask: 'Who refers the case?' },
  'referrer.capacity': { ask: 'In which capacity do you refer it?' },
  'referrer.name': { ask: 'What is your name?' },
  'referrer.role': { ask: 'What is your role?' },
  'referrer.agency': { ask: 'Which agency or body are you from?', notAskedOf: thePublic },
  'referrer.safeContact': { ask: 'How and when is it safe to reach you?' },
  whyCriteriaMet: {
    ask: 'Why do you believe that the criteria for a review may be met?',
    help: 'In your own words. A belief or a suspicion is enough.',
  },
  criterion: {
    ask: 'Which criterion do you believe is met?',
    help: 'There need be no obvious concern: a suicide where agencies could have worked better together is one example.',
    notAskedOf: thePublic,
  },
  whatHappened: { ask: 'What happened?' },
  occurredOn: { ask: 'On which date did it happen?', help: 'Leave it out where it is not known.' },
  becameApparentOn: {
    ask: 'On which date did it become apparent that the criteria may be met?',
    help: 'A case is referred as soon as it is apparent.',
  },
  place: { ask: 'Where did it happen: in this area, elsewhere in England, or outside England?' },
  incidentArea: {
    optional: true,
    ask: 'In which authority’s area did it happen?',
    help: 'Only where it happened elsewhere in England.',
    notAskedOf: thePublic,
  },
  children: { ask: 'Which children is this about?' },
  'children.ref': { ask: 'Which letter or local number stands for the child? Never a name.' },
  'children.localCaseId': {
    ask: 'Under which number do your case files hold the child?',
    notAskedOf: thePublic,
  },
  'children.bornOn': {
    ask: 'When was the child born?',
    help: 'For an unborn child, the expected date.',
  },
  'children.harm': { ask: 'Has the child died, or been seriously harmed?' },
  'children.suspectedSuicide': { ask: 'Is suicide suspected?' },
  'children.abuseOrNeglect': {
    ask: 'Is abuse or neglect known or suspected?',
    help: 'It need not be. Not suspected is an answer, and so is not yet known.',
  },
  'children.lookedAfter': { ask: 'Was a local authority looking after the child?' },
  'children.regulatedSetting': { ask: 'Was the child in a regulated setting or service?' },
  'children.careLeaver': { optional: true, ask: 'Was this a care leaver under 25?' },
  'children.normallyResidentHere': { ask: 'Does the child normally live in this area?' },
  'children.lookedAfterBy': {
    optional: true,
    ask: 'Which other authority looks after the child?',
    notAskedOf: thePublic,
  },
  'children.careLeaverOf': {
    optional: true,
    ask: 'Which other authority did the care leaver leave?',
    notAskedOf: thePublic,
  },
  siblings: { ask: 'Which brothers, sisters or other children are there, and are they safe?' },
  whyOverTwelveMonths: {
    optional: true,
    ask: 'If it happened over twelve months ago: why should it be looked at now?',
    help: 'Significant information that has emerged, or good reasons why it was not deemed appropriate earlier.',
  },
  teamManagerDiscussion: {
    ask: 'Has it been discussed with the children’s services team manager?',
    help: 'It normally comes first where there is a safeguarding concern or enquiry.',
    notAskedOf: outsideAgencies,
  },
  'teamManagerDiscussion.answer': { ask: 'Yes, no, or not applicable?' },
  'teamManagerDiscussion.note': { optional: true, ask: 'What came of it?' },
  consulted: {
    ask: 'Whom did you consult: line manager, designated safeguarding lead, or the partnership’s representative?',
    notAskedOf: outsideAgencies,
  },
  'consulted.who': { ask: 'Whom?' },
  'consulted.note': { optional: true, ask: 'What did they say?' },
  guidanceConsidered: { ask: 'Which guidance did you consider?', notAskedOf: thePublic },
  internalReview: {
    ask: 'Does your agency hold an internal review of its own?',
    help: 'A referral does not replace it. It records that this procedure was considered.',
    notAskedOf: outsideAgencies,
  },
  'internalReview.reference': { ask: 'Under which reference?' },
  lessonHoped: { ask: 'What do you hope that agencies can learn together from it?' },
  agenciesInvolved: { ask: 'Which agencies were involved?' },
  police: { ask: 'Do the police investigate? Whom there can one ask?' },
  coronerOrCourt: { ask: 'Is there an inquest, or are there court proceedings?' },
  familyKnows: { ask: 'Does the family know of this referral?' },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof questions;

const rows: Readonly<Record<string, Question>> = questions;

/** Whether somebody in this capacity is asked it, and what it belongs to. */
export const isAsked = (name: QuestionName, capacity: Capacity): boolean => {
  const [parent = name] = name.split('.');
  return ![rows[parent], rows[name]].some((row) => row?.notAskedOf?.includes(capacity));
};

/** What is asked of somebody in this capacity, in the form's order. */
export function questionsFor(capacity: Capacity): (Question & { readonly field: string })[] {
  return Object.entries(rows)
    .filter(([field]) => isAsked(field as QuestionName, capacity))
    .map(([field, question]) => ({ field, ...question }));
}
