import type { Outcome as Decided, PartnersView } from '../../domain/referral/commands';
import { likelyInWords } from '../../domain/case/duplicates';
import type { ReferralView } from '../../domain/referral/view';
import { outcomeWords, viewWords } from '../../domain/referral/wording';
import type { RecordView } from '../../domain/records';
import { momentInWords } from '../../domain/when';
import { answerLater, openQuestions } from '../referrals/answer-later';
import { sentence } from '../sentence';
import type { RecordVisit } from '../visit';
import { fixed, reason, type Action } from './action';
import { partnerIn, partnersOf } from './options';

const referralOf = (record: RecordView): ReferralView | null =>
  record.kind === 'referral' ? record : null;

/** A record of not referring is only acknowledged. */
const isToDecide = (record: RecordView): boolean => referralOf(record)?.form.kind === 'referral';

const words = (answers: Readonly<Record<string, string>>) =>
  fixed(Object.fromEntries(Object.entries(answers).map(([id, text]) => [id, sentence(text)])));

/** What can be done to a practice review referral alone. */
export const onReferrals: readonly Action[] = [
  {
    name: 'amend',
    title: 'Answer what is not answered yet',
    says: 'The facts are judged again at once. Where they meet a criterion, the task to start the incident record is opened.',
    said: 'The answers are recorded.',
    fits: (record) => openQuestions(record).length > 0,
    fields: ({ record }) => openQuestions(record),
    carryOut: answerLater,
  },
  {
    name: 'askReferrer',
    title: 'Ask the referrer for what is missing',
    says: 'A task with that date is opened. Asking holds up no notification. It sends nothing: you write to the referrer, or ring.',
    said: 'It is recorded that the referrer is asked, and by when.',
    fits: isToDecide,
    fields: [
      { name: 'what', label: 'What is missing?', kind: 'words' },
      { name: 'by', label: 'By when is it needed?', kind: 'date' },
    ],
  },
  {
    name: 'giveView',
    title: 'Record a partner’s view',
    says: 'Each statutory safeguarding partner records whether it sees the criteria for a review met. A later view replaces an earlier one; the history keeps both.',
    said: 'The partner’s view is recorded.',
    fits: isToDecide,
    fields: [
      {
        ...{ name: 'task', label: 'Whose view is it?', kind: 'choice' },
        options: partnersOf('partner-view'),
      },
      {
        ...{ name: 'view', label: 'What is the partner’s view?', kind: 'choice' },
        options: words(viewWords satisfies Record<PartnersView, string>),
      },
      reason,
    ],
    input: ({ task, ...rest }) => ({ ...rest, partner: partnerIn(task) }),
  },
  {
    name: 'decideReferral',
    title: 'Record the partners’ decision',
    says: 'Dissent is kept. A task to tell the referrer is opened. A decision is no notification, and a notification waits for no decision.',
    foresees: viewsSoFar,
    said: 'The decision is recorded. Tell the referrer.',
    fits: isToDecide,
    fields: [
      {
        ...{ name: 'outcome', label: 'What is decided?', kind: 'choice' },
        options: words(outcomeWords satisfies Record<Decided, string>),
      },
      { ...reason, label: 'Why is it so decided?' },
      {
        ...{ name: 'importance', kind: 'words' },
        label: 'Does it raise issues of importance in the area?',
      },
      { name: 'lesson', label: 'What could several agencies learn together?', kind: 'words' },
      {
        ...{ name: 'toReferrer', label: 'What is the referrer told?', kind: 'words' },
        hint: 'The outcome, with reasons, and nothing about a child.',
      },
      {
        ...{ name: 'dissent', kind: 'words', optional: true },
        label: 'Who disagrees, and why? (optional)',
      },
      {
        ...{ name: 'by', kind: 'date', optional: true },
        label: 'By when is more information needed?',
        hint: 'Only where more information is needed.',
      },
    ],
  },
  {
    name: 'startIncident',
    title: 'Start the incident record',
    says: 'An incident record begins with the facts of this referral, and people are told of their tasks. The clock of a notification has been running since the authority became aware.',
    foresees: whatIsKnown,
    said: 'The incident record is started.',
    fits: (record) => referralOf(record)?.incident === null,
    fields: [
      {
        ...{ name: 'becameAwareAt', kind: 'moment', optional: true },
        label: 'When did the authority become aware?',
        hint: 'Leave it empty where the receipt of the referral counts as the authority’s: then it is when the referral was received, or earlier.',
      },
      {
        ...{ name: 'reason', kind: 'words', optional: true },
        label: 'If it was later than the receipt: why?',
        hint: 'For instance because the Business Manager’s receipt was not the authority’s.',
      },
      {
        ...{ name: 'notADuplicate', kind: 'words', optional: true },
        label: 'If it looks like a record that is here already: why is it another incident?',
      },
    ],
    carryOut: ({ cases, record }, { becameAwareAt, reason: why, notADuplicate }, { by }) =>
      cases.startFromReferral(record.reference, {
        ...{ becameAwareAt: textIn(becameAwareAt), reason: textIn(why), by },
        ...(typeof notADuplicate === 'string' && { notADuplicate }),
      }),
  },
];

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function viewsSoFar({ record, authority }: RecordVisit): string[] {
  const views = referralOf(record)?.views ?? [];
  return authority.partners.map(({ id, name }) => {
    const view = views.find(({ partner }) => partner === id);
    return view ? `${name}: ${viewWords[view.view]}.` : `${name} has given no view yet.`;
  });
}

function whatIsKnown({ record }: RecordVisit): string[] {
  const referral = referralOf(record);
  if (!referral) return [];
  const { receivedAt, comparison } = referral;
  const likely = comparison && 'likely' in comparison ? comparison.likely : [];
  return [
    `The referral was received on ${momentInWords(receivedAt)}.`,
    ...(likely.length > 0 ? [`It looks like ${likelyInWords(likely)}.`] : []),
  ];
}
