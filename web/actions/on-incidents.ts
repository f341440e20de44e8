import type { RecordView } from '../../domain/records';
import { fixed, reason, type Action } from './action';
import { changing, withdrawing } from './foreseen';
import { incidentOf } from './incident-of';
import { childrenOf, criteriaOf, openTasksThatEndBy } from './options';

const isNotWithdrawn = ({ status }: RecordView): boolean => status !== 'withdrawn';

const secondPerson = 'A proposal: it takes effect once a second person approves it.';

/** What can be done to an incident record alone. New facts have pages of their own. */
export const onIncidents: readonly Action[] = [
  {
    name: 'changeAnswer',
    title: 'Change the answer to a criterion',
    says: `${secondPerson} Where a fact was recorded wrongly, correct the fact instead.`,
    foresees: changing,
    said: 'The changed answer is proposed. It waits for a second person.',
    fits: isNotWithdrawn,
    fields: [
      { name: 'child', label: 'Which child?', kind: 'choice', options: childrenOf },
      { name: 'criterion', label: 'Which criterion?', kind: 'choice', options: criteriaOf },
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
    says: 'Facts that are not yet known are looked at again on that day: at most 20 working days ahead. The task ends, and another is due on that day.',
    said: 'It is set when to look again.',
    atTask: true,
    fields: [
      {
        ...{ name: 'task', label: 'Which task?', kind: 'choice' },
        options: openTasksThatEndBy('decide'),
      },
      { name: 'on', label: 'On which day?', kind: 'date', path: 'lookAgainOn' },
      reason,
    ],
  },
  {
    name: 'decideNotToNotify',
    title: 'Propose not to notify',
    says:
      `${secondPerson} The partners’ views and any dissent are kept. ` +
      'Agencies may still have worked badly together: a practice review referral can follow.',
    said: 'The decision not to notify is proposed. It waits for a second person.',
    fits: (record) => isNotWithdrawn(record) && incidentOf(record)?.decision !== 'notify',
    fields: ({ authority }) => [
      reason,
      ...authority.partners.map(({ id, name }) => ({
        ...({ name: `view-${id}`, kind: 'text', optional: true } as const),
        label: `What does ${name} think? (optional)`,
      })),
      {
        ...{ name: 'dissent', label: 'Who disagrees, and why? (optional)', kind: 'words' },
        optional: true,
      },
      {
        ...{ name: 'lookAgainOn', kind: 'date', optional: true },
        label: 'When is it to be looked at again? (optional)',
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
    name: 'link',
    title: 'Link it with another record of the same incident',
    says: 'Each record says that the other is of the same incident. Both are kept, and no date moves.',
    said: 'The two records are linked: each shows the other.',
    fields: [
      {
        ...{ name: 'other', label: 'What is the other record’s reference?', kind: 'text' },
        hint: 'For example, SI-2026-7K3F',
      },
      reason,
    ],
    carryOut: ({ cases, record }, { other, reason: why }, once) =>
      cases.link(record.reference, {
        ...once,
        other: String(other).toUpperCase(),
        reason: String(why),
      }),
  },
  {
    name: 'withdraw',
    title: 'Withdraw the incident',
    says: `${secondPerson} The history and all evidence stay.`,
    foresees: withdrawing,
    said: 'The withdrawal is proposed. It waits for a second person; until then every date counts on.',
    fits: isNotWithdrawn,
    fields: [reason],
  },
  {
    name: 'reopen',
    title: 'Open the record again',
    says: 'The same record goes on, with a task for a manager to say what is to be done. Tasks that a withdrawal ended run again.',
    said: 'The record is open again.',
    fits: ({ status }) => status !== 'open',
    fields: [reason],
  },
];
