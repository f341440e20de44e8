import type { Authority } from './authority';
import type { Bundle, Line } from './bundle';
import { londonDateOf, type Calendar } from './calendar';
import { heading, paragraph, type Block } from './mail-body';
import { howToDoIt } from './message-how';
import type { NoticeBatch, NoticeKind, TaskInNotice } from './notice';
import { holdersOf, roleNames } from './people';
import { kindOf, recordKinds } from './record/kinds';
import { isNotification } from './task';
import { dateInWords, leadWord, standing, strengthWords, taskTitle } from './wording';

export interface MessageContext {
  readonly authority: Authority;
  readonly calendar: Calendar;
  /** What links start with, without a slash at the end. */
  readonly url: string;
}

const openings = {
  late: 'The time has passed, and nobody has recorded that it was done.',
  chase: 'The time has passed, and still nobody has recorded that it was done.',
  warning: 'The time is nearly up, and nobody has recorded that it was done.',
  task: 'This is for you to do. Acknowledge it, so that others know that you have it.',
  reminder: 'This is still to be done.',
  alert: 'This was opened, and those who are to do it were told. See that it is done.',
  'partner-notice': 'Another agency could not be told by mail that a notification is being made.',
  'view-wanted': 'A safeguarding partner could not be asked by mail for its view.',
  'no-agreement': 'Another authority could not be asked by mail which of you notifies.',
} as const satisfies Record<NoticeKind, string>;

/** Why another agency is told; a notification is being made, unless something else is asked. */
const agencyWords = {
  'partner-notice': (name: string) => `${name} is making a notification under this reference.`,
  'view-wanted': (name: string) =>
    `${name} asks for your view of a case under this reference. Nothing about the case is in this ` +
    'message: ring for it.',
  'no-agreement': (name: string) =>
    `${name} asks your director to agree which of the two authorities notifies. There was no ` +
    'agreement within one working day.',
};

/** What another agency reads: the reference, what it is about, whom to ring, and nothing else. */
export function blocksForAgency(
  batch: NoticeBatch,
  { lines }: Bundle,
  { authority }: MessageContext,
): Block[] {
  return [
    paragraph(`Reference: ${batch.reference}`),
    ...agencyKinds(lines).map((kind) => paragraph(agencyWords[kind](authority.name))),
    heading('Whom to ring'),
    { kind: 'items', items: whomToRing(batch, authority).map((line) => [line]) },
  ];
}

type AgencyKind = keyof typeof agencyWords;

/** What an agency is told of, each once. */
export const agencyKinds = (lines: readonly Line[]): AgencyKind[] =>
  (Object.keys(agencyWords) as AgencyKind[]).filter((kind) =>
    lines.some((line) => line.kind === kind),
  );

function whomToRing(batch: NoticeBatch, authority: Authority): string[] {
  const onCall = authority.onCall.map(({ role, phone }) => `${role}: ${phone}`);
  const managers = holdersOf(authority, 'manager', londonDateOf(batch.at));
  if (onCall.length > 0) return onCall;
  return managers.length > 0
    ? managers.map(({ name }) => `${name}, manager, ${authority.name}`)
    : [`the manager, ${authority.name}`];
}

/** What the authority's own people read: what to do, by when, how, why they, where help is. */
export function blocksForOwnPeople(
  batch: NoticeBatch,
  one: Bundle,
  context: MessageContext,
): Block[] {
  return [
    ...(one.told.instead === null ? [] : [paragraph(one.told.instead)]),
    paragraph(`${recordKinds[kindOf(batch.reference)].words} ${batch.reference}.`),
    ...whatToDo(batch, one.lines, context),
    ...howToDoIt(batch.reference, one),
    linkTo(batch.reference, context),
    heading('Why you, and where to get help'),
    paragraph(whyYou(one)),
    ...help(context.authority),
  ];
}

function linkTo(reference: string, { url }: MessageContext): Block {
  const { words, path } = recordKinds[kindOf(reference)];
  return { kind: 'link', text: words, url: `${url}/${path}/${reference}` };
}

function whatToDo(batch: NoticeBatch, lines: readonly Line[], context: MessageContext): Block[] {
  return [...new Set(lines.map(leadWord))].flatMap((word) => {
    const alike = lines.filter((line) => leadWord(line) === word);
    const items = alike.map(({ task }) => itemOf(batch, task, context));
    const opening = alike[0] ? openings[alike[0].kind] : '';
    return [
      heading(word),
      paragraph(opening),
      ...(items.length > 0 ? [{ kind: 'items', items } as const] : []),
    ];
  });
}

function itemOf(batch: NoticeBatch, task: TaskInNotice, context: MessageContext): string[] {
  const on = londonDateOf(batch.at);
  const title = taskTitle({ ...task, task: task.id }, context.authority);
  const binding = isNotification(task) ? [strengthWords[task.strength]] : [];
  if (task.dueOn === null) return [title, ...binding];
  const stands = standing(context.calendar, task, { at: batch.at, on });
  const past = task.dueAt !== null && batch.at >= task.dueAt;
  return [
    title,
    `Due: ${dateInWords(task.dueOn)}.${past ? '' : ' Aim for 17:00 that day.'}`,
    ...(stands === null ? [] : [`On ${dateInWords(on)}: ${stands}.`]),
    ...binding,
  ];
}

function whyYou({ told, lines }: Bundle): string {
  const roles = told.roles.map((role) => roleNames[role]).join(', ');
  const words = [...new Set(lines.map(leadWord))].join(', ');
  return roles === ''
    ? `You were named for this (${words}).`
    : `You get this as ${roles} (${words}), from the authority's file.`;
}

function help({ onCall, procedureUrl }: Authority): Block[] {
  const numbers = onCall.map(({ role, phone }) => [`${role}: ${phone}`]);
  return [
    ...(numbers.length > 0 ? [{ kind: 'items', items: numbers } as const] : []),
    ...(procedureUrl === null
      ? []
      : [{ kind: 'link', text: 'Your local procedure', url: procedureUrl } as const]),
    paragraph('Every command explains itself: notifiable --help. This mailbox is not read.'),
  ];
}
