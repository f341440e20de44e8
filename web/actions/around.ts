import {
  agreementWords,
  alongsideItems,
  standingWords,
  type SignOffView,
} from '../../domain/around/alongside';
import type { RecordView } from '../../domain/records';
import { fixed, reason, type Action } from './action';
import { partners } from './options';

const isNotWithdrawn = ({ status }: RecordView): boolean => status !== 'withdrawn';

const onPagesOfItsOwn = { atTask: true, fits: isNotWithdrawn } as const;

const signOffAnswers = {
  given: 'I have read it and sign it off',
  without: 'It is submitted without the sign-off',
} as const satisfies Record<SignOffView, string>;

/** What is recorded around the notification of an incident: none of it holds anything up. */
export const aroundIncidents: readonly Action[] = [
  {
    ...onPagesOfItsOwn,
    name: 'giveView',
    title: 'Record a partner’s view of what is notified',
    says: 'The local authority decides, and waits for nobody. Every view is kept, and dissent with it.',
    said: 'The view is recorded.',
    returnsTo: 'views',
    fields: [
      { name: 'partner', label: 'Whose view is it?', kind: 'choice', options: partners },
      {
        ...{ name: 'view', label: 'What is it?', kind: 'choice' },
        options: fixed(agreementWords),
      },
      reason,
    ],
  },
  {
    ...onPagesOfItsOwn,
    name: 'signOff',
    title: 'Record the director’s sign-off, or that it goes out without',
    says: 'The sign-off is optional and the director’s alone. Submitting without it is always possible, with a reason.',
    said: 'It is recorded.',
    returnsTo: 'sign-off',
    fields: ({ person }) => [
      {
        ...{ name: 'view', label: 'What is to be recorded?', kind: 'choice' },
        options: fixed(
          person.roles.includes('director') ? signOffAnswers : { without: signOffAnswers.without },
        ),
      },
      { ...reason, label: 'Why? (needed without the sign-off)', optional: true },
    ],
  },
  {
    ...onPagesOfItsOwn,
    name: 'noteAlongside',
    title: 'Note how something alongside stands',
    says: 'A note for people. It has no date and holds nothing up.',
    said: 'The note is recorded.',
    returnsTo: 'alongside',
    fields: [
      { name: 'item', label: 'What is it about?', kind: 'choice', options: fixed(alongsideItems) },
      {
        ...{ name: 'standing', label: 'How does it stand?', kind: 'choice' },
        options: fixed(standingWords),
      },
      {
        ...{ name: 'note', label: 'A short note (optional)', kind: 'words', optional: true },
        hint: 'This record may be disclosed.',
      },
    ],
  },
];
