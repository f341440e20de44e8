import { tasksOf } from '../../domain/records';
import { nameOf } from '../who';
import { proposedWords } from '../record/proposals';
import { reason, type Action } from './action';
import { confirming } from './confirming';
import { everyTask, openTasks, openTasksThatEndBy, people, proposals } from './options';

/** What can be done to a task, a proposal or the dates of any kind of record. */
export const onTasks: readonly Action[] = [
  {
    name: 'acknowledge',
    title: 'I have got this',
    says: 'Others see that you have it. Reminders to them stop; warnings and late messages do not.',
    said: 'Others see that you have got this.',
    atTask: true,
    fields: [{ name: 'tasks', label: 'Which tasks?', kind: 'choices', options: openTasks }],
  },
  {
    name: 'approve',
    title: 'Give the second person’s approval',
    says: 'What was proposed takes effect. Nobody approves what they proposed themselves.',
    foresees: ({ record, authority }, { proposal: id }) =>
      record.proposals
        .filter((one) => one.id === id)
        .flatMap((one) => [
          `${nameOf(authority, one.by)} proposed it, with this reason: ${one.reason}`,
          `Once you approve: ${proposedWords(one, record)}.`,
        ]),
    said: 'You approved it, and it has taken effect.',
    atTask: true,
    fields: [{ name: 'proposal', label: 'Which proposal?', kind: 'choice', options: proposals }],
  },
  {
    name: 'confirm',
    title: 'Confirm',
    says: 'The task ends with your confirmation, under your name.',
    foresees: confirming,
    said: 'Your confirmation is recorded, and the task has ended.',
    atTask: true,
    fields: [
      {
        ...{ name: 'task', label: 'What do you confirm?', kind: 'choice' },
        options: openTasksThatEndBy('confirm'),
      },
      { ...reason, optional: true },
    ],
  },
  {
    name: 'reassign',
    title: 'Give a task to somebody else',
    says: 'It is theirs from now on, and they are told. Its date does not move.',
    foresees: ({ record, authority }, { task: id }) =>
      tasksOf(record)
        .filter(({ task, owner }) => task === id && owner !== null)
        .map(({ owner }) => `Until now it is with ${nameOf(authority, owner ?? '')}.`),
    said: 'The task is with somebody else now.',
    atTask: true,
    fields: [
      { name: 'task', label: 'Which task?', kind: 'choice', options: openTasks },
      { name: 'to', label: 'Whose is it from now on?', kind: 'choice', options: people },
      { ...reason, optional: true },
    ],
  },
  {
    name: 'explain',
    title: 'Add an explanation',
    says: 'It stands beside the task, for instance beside its lateness, and changes nothing else. It cannot be taken back.',
    said: 'Your explanation stands beside the task.',
    atTask: true,
    fields: [
      { name: 'task', label: 'Which task?', kind: 'choice', options: everyTask },
      {
        ...{ name: 'text', label: 'What is the explanation?', kind: 'words' },
        hint: 'This record may be disclosed.',
      },
    ],
  },
  {
    name: 'redate',
    title: 'Work the dates out again',
    says: 'For instance after a new bank holiday. Dates of open tasks may move; the history says so.',
    said: 'The dates were worked out again.',
    fits: ({ status }) => status === 'open',
    fields: [reason],
  },
];
