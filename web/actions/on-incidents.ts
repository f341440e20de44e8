import { englandCriteria } from './criteria';
import { fixed, reason, type Action } from './action';
import { openTasksThatEndBy } from './options';

/** What can be done to an incident record alone. New facts have pages of their own. */
export const onIncidents: readonly Action[] = [
  {
    name: 'changeAnswer',
    title: 'Change the answer to a criterion',
    says: 'A proposal: it takes effect once a second person approves it.',
    fields: [
      {
        ...{ name: 'child', label: 'Which child?', kind: 'choice' },
        options: ({ record }) =>
          record.kind === 'incident'
            ? record.children.map(({ ref }) => ({ value: ref, text: `Child ${ref}` }))
            : [],
      },
      { name: 'criterion', label: 'Which criterion?', kind: 'choice', options: englandCriteria },
      {
        ...{ name: 'answer', label: 'What is the answer?', kind: 'choice' },
        options: fixed({ met: 'Met', 'not-met': 'Not met' }),
      },
      reason,
    ],
  },
  {
    name: 'lookAgain',
    title: 'Set when to look again',
    says: 'Facts that are not yet known are looked at again on that day: at most 20 working days ahead.',
    fields: [
      {
        ...{ name: 'task', label: 'Which task?', kind: 'choice' },
        options: openTasksThatEndBy('decide'),
      },
      { name: 'on', label: 'On which day?', kind: 'date' },
      reason,
    ],
  },
  {
    name: 'decideNotToNotify',
    title: 'Propose not to notify',
    says:
      'A proposal: it takes effect once a second person approves it. The partners’ views and any ' +
      'dissent are kept. Agencies may still have worked badly together: a referral to the partners can follow.',
    fields: [
      reason,
      ...(['local-authority', 'icb', 'police'] as const).map((partner) => ({
        ...({ name: `view-${partner}`, kind: 'text', optional: true } as const),
        label: `What does ${partner === 'icb' ? 'the integrated care board' : partner === 'police' ? 'the police' : 'the local authority'} think?`,
      })),
      { name: 'dissent', label: 'Who disagrees, and why?', kind: 'words', optional: true },
      {
        ...{ name: 'lookAgainOn', label: 'When is it to be looked at again?', kind: 'date' },
        optional: true,
      },
    ],
    input: ({ reason: why, dissent, lookAgainOn, ...views }) => ({
      ...{ reason: why, dissent, lookAgainOn },
      views: Object.entries(views).flatMap(([name, view]) =>
        view === null ? [] : { partner: name.replace(/^view-/, ''), view },
      ),
    }),
  },
  {
    name: 'withdraw',
    title: 'Withdraw the incident',
    says: 'A proposal: it takes effect once a second person approves it. Whoever was told is then to be told that it is withdrawn. The history stays.',
    fields: [reason],
  },
  {
    name: 'reopen',
    title: 'Open the record again',
    says: 'The same record goes on, with a task for a manager to say what is to be done.',
    fields: [reason],
  },
];
