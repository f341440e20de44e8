import type { Authority } from './authority';
import { workingDaysBetween, OutsideCalendar, type Calendar } from './calendar';
import { dayNumber, weekdayOf } from './day';
import type { NoticeKind, TaskInNotice } from './notice';
import { ownTasks } from './own-tasks';
import type { Strength, TaskKind } from './task';

type Names = Pick<Authority, 'code' | 'name' | 'partners' | 'areas'>;
type Due = Pick<TaskInNotice, 'dueOn' | 'dueAt' | 'strength'>;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

export const strengthWords = {
  must: 'Required by law or statutory guidance.',
  should: 'Asked for by national guidance.',
  local: 'Asked for by your local procedure; the law does not ask for it.',
} as const satisfies Record<Strength, string>;

/** Only what the law demands is called late (our decision). */
export const lateWords = {
  must: 'late',
  should: 'target missed',
  local: 'target missed',
} as const satisfies Record<Strength, string>;

/** What a message's subject starts with, most urgent first; `late` goes by strength. */
export const kindWords = {
  late: 'Late',
  chase: 'Still late',
  warning: 'Warning',
  task: 'New',
  reminder: 'Reminder',
  alert: 'For your information',
  'partner-notice': 'Not reached',
  'view-wanted': 'Not asked',
  'no-agreement': 'Not asked',
} as const satisfies Record<NoticeKind, string>;

const targetWords = { ...kindWords, late: 'Target missed', chase: 'Target still missed' };

/** The word for one line of a message; only a `must` task is ever late. */
export function leadWord(message: {
  readonly kind: NoticeKind;
  readonly task: { readonly strength: Strength };
}): string {
  const { kind, task } = message;
  return (task.strength === 'must' ? kindWords : targetWords)[kind];
}

interface Whom {
  readonly name: string;
  readonly toNotify: string;
}

const national: Record<string, Whom> = {
  panel: { name: 'the national Panel', toNotify: 'Notify the national Panel' },
  'secretary-of-state': {
    name: 'the Secretary of State',
    toNotify: 'Notify the Secretary of State',
  },
  ofsted: { name: 'Ofsted', toNotify: 'Notify Ofsted' },
  // The authority does not tell itself.
  'partner:local-authority': {
    name: 'your own delegated partner',
    toNotify: 'Inform your own delegated partner',
  },
};

/** A national recipient as people call it: `the national Panel`; any other id stands for itself. */
export const nationalName = (recipient: string): string => national[recipient]?.name ?? recipient;

/** Name of an authority by its ONS code; the code itself where the file does not know it. */
export function authorityName(names: Names, code: string): string {
  if (code === names.code) return names.name;
  return names.areas.find((area) => area.code === code)?.name ?? `the authority ${code}`;
}

/**
 * The recipient, or the partner, with this id; `panel-2` is `panel` once more. Any other id stands
 * for itself.
 */
function whomOf(names: Names, id: string): Whom {
  return knownWhom(names, id) ?? knownWhom(names, id.replace(/-\d+$/, '')) ?? asNamed(id);
}

function knownWhom(names: Names, id: string): Whom | undefined {
  const partner = names.partners.find((one) => one.id === id.replace(/^partner:/, ''));
  const area = /^area:(\w+)$/.exec(id)?.[1];
  if (area !== undefined) return asNamed(`the partners in ${authorityName(names, area)}`);
  return national[id] ?? (partner && asNamed(partner.name, 'Tell your safeguarding partner: '));
}

const asNamed = (name: string, toNotify = 'Tell '): Whom => ({ name, toNotify: toNotify + name });

/**
 * What to do, in one line without a full stop. It is made of the task's id and the authority's
 * file alone, so that nothing about a child can be in it.
 */
export function taskTitle(
  { task, kind, heldBy }: { task: string; kind: TaskKind; heldBy: string | null },
  names: Names,
): string {
  const prefix = `${kind}:`;
  const whom = whomOf(names, task.startsWith(prefix) ? task.slice(prefix.length) : task);
  if (kind === 'notify') return whom.toNotify;
  if (kind === 'confirm-other') {
    const holder = heldBy === null ? 'the other authority' : authorityName(names, heldBy);
    return `Confirm that ${holder} has notified ${whom.name}, and record its reference`;
  }
  const { words } = ownTasks[kind];
  return task.startsWith(prefix) ? `${words}: ${whom.name}` : words;
}

/** `2026-12-31` is `Thursday 31 December 2026`. */
export function dateInWords(on: string): string {
  const [year, month = '', day] = on.split('-');
  const weekday = weekdays[weekdayOf(dayNumber(on))] ?? '';
  return `${weekday} ${Number(day)} ${months[Number(month) - 1] ?? ''} ${year ?? ''}`;
}

/** `1 task`, `2 tasks`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * How a task stands at an instant of a London date: `2 working days left`, `due today`, `late by
 * 1 working day`, `target missed`. Null without a due date; beyond the calendar, days are left out.
 */
export function standing(
  calendar: Calendar,
  due: Due,
  now: { at: string; on: string },
): string | null {
  if (due.dueOn === null) return null;
  const late = due.dueAt !== null && now.at >= due.dueAt;
  const days = workingDaysLeft(calendar, now.on, due.dueOn);
  if (late) {
    const by = days === null || days === 0 ? '' : ` by ${counted(-days, 'working day')}`;
    return `${lateWords[due.strength]}${by}`;
  }
  if (now.on === due.dueOn) return 'due today';
  return days === null ? null : `${counted(days, 'working day')} left`;
}

/** From one London date to another, negative backwards; null where the calendar has no such year. */
export function workingDaysLeft(calendar: Calendar, from: string, to: string): number | null {
  try {
    return workingDaysBetween(calendar, from, to);
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}
