import { factors } from '../../domain/review/factors';
import type { ReviewView } from '../../domain/review/view';
import type { RecordView } from '../../domain/records';
import type { RecordVisit } from '../visit';
import { fixed, reason, type Action, type Field, type Values } from './action';
import { openTasksOfKind, partnerIn, partnersOf } from './options';

const reviewOf = (record: RecordView): ReviewView | null =>
  record.kind === 'review' ? record : null;

const isOpen = ({ status }: RecordView): boolean => status !== 'withdrawn';
const isHeld = (record: RecordView): boolean => (reviewOf(record)?.publication ?? null) !== null;

/** A local review whose report is neither published nor withheld. */
const isUnderWay = (record: RecordView): boolean => {
  const publication = reviewOf(record)?.publication;
  return publication?.publishedOn === null && publication.withheld === null;
};

const factorIds = Object.keys(factors) as (keyof typeof factors)[];

/** SI 2018/789 regulation 11(2): an answer to each, with its reason. */
const factorFields: readonly Field[] = factorIds.flatMap((id): Field[] => [
  {
    ...{ name: id, kind: 'choice', options: fixed({ yes: 'Yes', no: 'No' }) },
    label: `(${factors[id].letter}) Does the case show, or may it show: ${factors[id].words}?`,
  },
  { name: `${id}-reason`, kind: 'words', label: `(${factors[id].letter}) Why is that the answer?` },
]);

const deciding = ({ at, decision, rationale, dissent, ...given }: Values) => ({
  ...{ at, decision, rationale, dissent },
  factors: Object.fromEntries(
    factorIds.map((id) => [id, { answer: given[id], reason: given[`${id}-reason`] }]),
  ),
});

function signOffsSoFar({ record, authority }: RecordVisit): string[] {
  const said = reviewOf(record)?.signOffs ?? [];
  return authority.partners.map(({ id, name }) => {
    const last = said.findLast(({ partner }) => partner === id);
    if (!last) return `${name} has not signed off yet.`;
    return `${name} ${last.view}: ${last.reason}`;
  });
}

/** What can be done to a rapid review and to the local review that may follow. */
export const onReviews: readonly Action[] = [
  {
    name: 'askAgency',
    title: 'Ask an agency for its summary',
    says: 'A request is made in writing: here its text is kept, and a task to get the summary is opened. It sends nothing.',
    said: 'The request is recorded, and there is a task to get the summary.',
    fits: isOpen,
    fields: [
      { name: 'agency', label: 'Which agency?', kind: 'text' },
      { name: 'text', label: 'What was it asked, in the words of the letter?', kind: 'words' },
      {
        ...{ name: 'by', label: 'By when?', kind: 'date', optional: true },
        hint: 'Leave it empty for the tenth working day after the notification.',
      },
    ],
  },
  {
    name: 'signOff',
    title: 'Record a partner’s sign-off',
    says: 'A later sign-off replaces an earlier one; the history keeps both. Dissent is kept.',
    said: 'The partner’s sign-off is recorded.',
    fits: isOpen,
    fields: [
      {
        ...{ name: 'task', label: 'Whose sign-off is it?', kind: 'choice' },
        options: partnersOf('sign-off'),
      },
      {
        ...{ name: 'view', label: 'Does the partner agree?', kind: 'choice' },
        options: fixed({ agrees: 'It agrees', dissents: 'It dissents' }),
      },
      reason,
    ],
    input: ({ task, ...rest }) => ({ ...rest, partner: partnerIn(task) }),
  },
  {
    name: 'decideReview',
    title: 'Record the decision on a local review',
    says: 'Regulation 11 wants a considered answer to each of four questions. Meeting one compels no review, and meeting none forbids none. With a local review, its six months count from the decision.',
    foresees: signOffsSoFar,
    said: 'The decision is recorded.',
    fits: isOpen,
    fields: [
      { name: 'at', label: 'When did the partners decide?', kind: 'moment' },
      {
        ...{ name: 'decision', label: 'What did they decide?', kind: 'choice' },
        options: fixed({
          'local-review': 'A local child safeguarding practice review is held',
          'no-local-review': 'No local child safeguarding practice review is held',
        }),
      },
      ...factorFields,
      { name: 'rationale', label: 'Why was it so decided?', kind: 'words' },
      {
        ...{ name: 'dissent', kind: 'words', optional: true },
        label: 'Who disagrees, and why? (optional)',
      },
    ],
    input: deciding,
  },
  {
    name: 'recordReply',
    title: 'Record the national Panel’s reply',
    says: 'What the Panel asks for becomes a task with its date.',
    said: 'The Panel’s reply is recorded.',
    fits: isOpen,
    fields: [
      { name: 'at', label: 'When did the reply come?', kind: 'moment' },
      {
        ...{ name: 'reply', label: 'What does the Panel say?', kind: 'choice' },
        options: fixed({
          agrees: 'It agrees',
          disagrees: 'It disagrees',
          'asks-for-more': 'It asks for more',
          'considers-a-national-review': 'It considers a national review',
        }),
      },
      { name: 'text', label: 'What does the letter say?', kind: 'words' },
      {
        ...{ name: 'by', label: 'By when is more to be sent?', kind: 'date', optional: true },
        hint: 'Only where the Panel asks for more.',
      },
    ],
  },
  {
    name: 'appoint',
    title: 'Record who reviews',
    says: 'Regulations 12 and 13: the reviewer’s expertise, and that conflicts of interest were looked for.',
    said: 'The appointment is recorded. Tell the national Panel, Ofsted and the Secretary of State the name.',
    fits: isHeld,
    fields: [
      { name: 'reviewer', label: 'Who is appointed?', kind: 'text' },
      { name: 'expertise', label: 'What is their expertise?', kind: 'words' },
      {
        ...{ name: 'conflicts', kind: 'words' },
        label: 'What did the check of conflicts of interest find?',
      },
    ],
  },
  {
    name: 'askInWriting',
    title: 'Ask for information or a draft',
    says: 'Regulation 14: the partners ask in writing. Here the text is kept, and a task to get it is opened. It sends nothing.',
    said: 'The request is recorded, and there is a task to get what was asked for.',
    fits: isHeld,
    fields: [
      { name: 'of', label: 'Who was asked?', kind: 'text' },
      {
        ...{ name: 'what', label: 'For what?', kind: 'choice' },
        options: fixed({ information: 'Information', draft: 'A draft of the report' }),
      },
      { name: 'text', label: 'What was asked, in the words of the letter?', kind: 'words' },
      { name: 'by', label: 'By when?', kind: 'date' },
    ],
  },
  {
    name: 'planPublication',
    title: 'Plan the day of publication',
    says: 'The full report goes to the Panel, the Secretary of State and Ofsted no later than seven working days before. A day after the six months is a delay: its reasons are told to the Panel and the Secretary of State.',
    said: 'The day of publication is planned.',
    fits: isUnderWay,
    fields: [{ name: 'on', label: 'On which day is it published?', kind: 'date' }, reason],
  },
  {
    name: 'publish',
    title: 'Record the publication',
    says: 'The report is to be public for at least one year: a task to check that is opened.',
    said: 'The publication is recorded.',
    fits: isHeld,
    fields: [
      { name: 'on', label: 'On which day was it published?', kind: 'date' },
      { name: 'where', label: 'Where can it be read?', kind: 'text' },
    ],
  },
  {
    name: 'withholdReport',
    title: 'Decide not to publish the report',
    says: 'The reasons are told to the Panel and the Secretary of State. The full report still goes to those who must have it.',
    said: 'It is recorded that the report is not published.',
    fits: isUnderWay,
    fields: [reason],
  },
  {
    name: 'addAction',
    title: 'Add something that is to be done',
    says: 'What was learned is carried out: by whom, and by when.',
    said: 'There is a task with its date.',
    fits: isOpen,
    fields: [
      { name: 'what', label: 'What is to be done?', kind: 'words' },
      { name: 'owner', label: 'Who does it?', kind: 'text', hint: 'A role or an agency.' },
      { name: 'by', label: 'By when?', kind: 'date' },
    ],
  },
  {
    name: 'acceptNotDone',
    title: 'Accept that something does not come',
    says: 'A manager accepts that an action, a summary or a reply is not done. If it was late, it stays late in the history.',
    said: 'It is accepted, and the task has ended.',
    fits: isOpen,
    fields: [
      {
        ...{ name: 'task', label: 'What does not come?', kind: 'choice' },
        options: openTasksOfKind(
          ...(['learning-action', 'agency-summary', 'written-request', 'panel-reply'] as const),
        ),
      },
      reason,
    ],
  },
  {
    name: 'endReview',
    title: 'End the review: outside the criteria',
    says: 'A proposal: it takes effect once a second person approves it. The history stays.',
    said: 'The end of the review is proposed. It waits for a second person.',
    fits: ({ status, proposals }) =>
      status === 'open' && !proposals.some(({ state }) => state === 'waiting'),
    fields: [reason],
  },
];
