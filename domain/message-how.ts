import type { Bundle } from './bundle';
import { command, heading, paragraph, type Block } from './mail-body';
import type { NoticeKind, TaskInNotice } from './notice';
import { endings, type Ending } from './own-task';
import { endsBy } from './own-tasks';

/** Kinds that ask nobody to take the task up. */
const forReading = new Set<NoticeKind>(['alert', 'partner-notice', 'view-wanted', 'no-agreement']);

// One submission reaches the Panel and can serve all three (GOV.UK: the Panel shares it).
const throughCsons = new Set(['panel', 'secretary-of-state', 'ofsted']);
const csons = 'https://childsafeguarding.education.gov.uk';

/** How to do it and how to record it, as commands that can be copied. */
export function howToDoIt(reference: string, { told, lines }: Bundle): Block[] {
  const by = `--by ${told.id.startsWith('address:') ? 'YOUR-ID' : told.id}`;
  const tasks = lines.map(({ task }) => task);
  const toTake = lines.filter(({ kind }) => !forReading.has(kind)).map(({ task }) => task);
  return [
    heading('How'),
    ...online(tasks),
    ...(toTake.length > 0
      ? [
          paragraph('To say that you have got it:'),
          command(`notifiable acknowledge ${reference} ${idsOf(toTake)} ${by}`),
        ]
      : []),
    ...recording(reference, tasks, by),
    ...approving(reference, tasks, by),
    ...otherwise(tasks),
    paragraph('To see the whole record:'),
    command(`notifiable show ${reference}`),
  ];
}

function online(tasks: readonly TaskInNotice[]): Block[] {
  if (!tasks.some(({ id, kind }) => kind === 'notify' && throughCsons.has(id))) return [];
  return [
    paragraph(
      'A person signs in to the national online service (CSONS) and fills in the form. One ' +
        'submission may serve the national Panel, the Secretary of State and Ofsted: record the ' +
        'same reference for each.',
    ),
    { kind: 'link', text: 'National online service', url: csons },
  ];
}

function recording(reference: string, tasks: readonly TaskInNotice[], by: string): Block[] {
  const toDo = tasks.filter(({ kind }) => endsBy(kind) === 'done');
  const groups = [
    toDo.filter(({ id }) => throughCsons.has(id)),
    toDo.filter(({ id }) => !throughCsons.has(id)),
  ].filter((group) => group.length > 0);
  const done = groups.map((group) =>
    command(
      `notifiable done ${reference} ${idsOf(group)} --at WHEN --channel HOW ` +
        `--reference THEIR-REFERENCE --told WHO ${by}`,
    ),
  );
  const confirm = tasks
    .filter(({ kind }) => endsBy(kind) === 'confirm')
    .map(({ id }) => command(`notifiable confirm ${reference} ${id} ${by}`));
  return [
    ...(done.length > 0
      ? [
          paragraph('To record that it was done (name only the tasks of which it is true):'),
          ...done,
        ]
      : []),
    ...(confirm.length > 0 ? [paragraph('To confirm, as a manager:'), ...confirm] : []),
  ];
}

/** Tasks that end by a command of their own: its help says what it takes. */
function otherwise(tasks: readonly TaskInNotice[]): Block[] {
  const ends = [...new Set(tasks.map(({ kind }) => endsBy(kind)))];
  return ends.filter((one) => !inFull.includes(one)).map((one) => paragraph(endings[one]));
}

/** Those whose command stands in the message, ready to be copied. */
const inFull: readonly Ending[] = ['done', 'confirm', 'approve', 'decide'];

function approving(reference: string, tasks: readonly TaskInNotice[], by: string): Block[] {
  const proposals = tasks
    .filter(({ kind }) => kind === 'approve')
    .map(({ id }) => id.replace(/^approve-/, ''));
  if (proposals.length === 0) return [];
  return [
    paragraph('To approve what somebody else proposed (the record says what it is):'),
    ...proposals.map((id) => command(`notifiable approve ${reference} ${id} ${by}`)),
  ];
}

const idsOf = (tasks: readonly TaskInNotice[]): string => tasks.map(({ id }) => id).join(' ');
