import { isAsked, type Capacity, type QuestionName } from '../../domain/referral/questions';
import { textOf, type Form } from '../visit';

/** One page of the form. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly QuestionName[];
}

/** The form's pages: first of all, whether somebody has been told of the danger. */
export const steps = [
  {
    id: 'first',
    title: 'Has somebody been told?',
    questions: ['concernRaised', 'concernReference', 'referrer.capacity'],
  },
  {
    id: 'who',
    title: 'Who refers the case',
    questions: [
      'referrer.name',
      'referrer.role',
      'referrer.agency',
      'referrer.safeContact',
      'receivedAt',
    ],
  },
  {
    id: 'why',
    title: 'What happened, and why it is referred',
    questions: [
      ...(['kind', 'whatHappened', 'whyCriteriaMet', 'criterion', 'occurredOn'] as const),
      ...(['becameApparentOn', 'whyOverTwelveMonths', 'place', 'incidentArea'] as const),
    ],
  },
  {
    id: 'children',
    title: 'The children',
    questions: [
      ...(['children.localCaseId', 'children.bornOn', 'children.harm'] as const),
      ...(['children.suspectedSuicide', 'children.abuseOrNeglect'] as const),
      ...(['children.lookedAfter', 'children.lookedAfterBy'] as const),
      ...(['children.regulatedSetting', 'children.careLeaver', 'children.careLeaverOf'] as const),
      ...(['children.normallyResidentHere', 'siblings'] as const),
    ],
  },
  {
    id: 'before',
    title: 'Before the referral',
    questions: [
      ...(['teamManagerDiscussion.answer', 'teamManagerDiscussion.note'] as const),
      ...(['consulted.who', 'consulted.note'] as const),
      ...(['guidanceConsidered', 'internalReview.reference'] as const),
    ],
  },
  {
    id: 'learning',
    title: 'What could be learned, and who else is concerned',
    questions: ['lessonHoped', 'agenciesInvolved', 'police', 'coronerOrCourt', 'familyKnows'],
  },
] as const satisfies readonly Step[];

export type StepId = (typeof steps)[number]['id'];

/** Whoever sends the public form sends it now, and refers: there is nothing to ask. */
const notPublic: readonly QuestionName[] = ['receivedAt', 'kind'];

/** Who fills the form in. */
export interface Asked {
  readonly capacity: Capacity | null;
  readonly isPublic: boolean;
}

export const askedOf = (typed: Form, isPublic: boolean): Asked => ({
  capacity: (textOf(typed, 'referrer.capacity') || null) as Capacity | null,
  isPublic,
});

/** The pages with what is asked on each; those with nothing to ask are left out. */
export function stepsFor({ capacity, isPublic }: Asked): readonly (Step & { id: StepId })[] {
  return steps
    .map((step) => ({
      ...step,
      questions: (step.questions as readonly QuestionName[]).filter(
        (name) =>
          (capacity === null || isAsked(name, capacity)) && !(isPublic && notPublic.includes(name)),
      ),
    }))
    .filter(({ questions }) => questions.length > 0);
}
