import { londonDateOf } from '../domain/calendar';
import type { Entry, EntryKind } from '../domain/record/entry';
import type { NoticeKind } from '../domain/notice';
import type { SkippedDay } from '../domain/task';
import { dateInWords } from '../domain/wording';
import { groupBy } from '../domain/group-by';

/** The counted and skipped days of the earliest duty, which give each day its label. */
export interface Count {
  readonly counted: readonly string[];
  readonly skipped: readonly SkippedDay[];
}

/** Draws a history as a line through its days, one under the other, for a terminal. */
export function drawTimeline(entries: readonly Entry[], count: Count): string {
  const shown = entries.filter(({ kind }) => kind in marks);
  const byDay = groupBy(shown, ({ at }) => londonDateOf(at));
  const quiet = [...count.counted, ...count.skipped.map(({ on }) => on)];
  const first = [...byDay.keys()].toSorted()[0] ?? '';
  const days = [...new Set([...byDay.keys(), ...quiet.filter((on) => on > first)])].toSorted();
  return days
    .flatMap((on) => [heading(on, count), ...linesOf(byDay.get(on) ?? []), '  │'])
    .join('\n');
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
const timeInLondon = (instant: string): string => clock.format(new Date(instant));

const width = 74;

function heading(on: string, count: Count): string {
  const left = `──● ${dateInWords(on)} `;
  const right = labelOf(on, count);
  return right === '' ? left : `${left.padEnd(width - right.length, '·')} ${right}`;
}

function labelOf(on: string, { counted, skipped }: Count): string {
  const skippedDay = skipped.find((day) => day.on === on);
  if (skippedDay) return `not counted: ${skippedDay.why}`;
  const day = counted.indexOf(on) + 1;
  if (day === 0) return on < (counted[0] ?? '') ? 'day 0' : '';
  return day === counted.length ? `working day ${day}: DUE` : `working day ${day}`;
}

/** What stands before each kind of line; kinds that a drawing does not need are left out. */
const marks: Partial<Record<EntryKind, string>> = {
  aware: '!',
  started: '>',
  opened: '+',
  told: '@',
  waiting: '~',
  'not-reached': 'x',
  late: 'X',
  acknowledged: '>',
  done: '*',
  amended: '>',
  corrected: '>',
  moved: '>',
  proposed: '?',
  approved: '>',
  confirmed: '*',
  decided: '*',
  review: '>',
  viewed: '*',
  asked: '?',
  replied: '<',
  appointed: '*',
  planned: '+',
  published: '*',
  cancelled: '-',
  withdrawn: '-',
  reopened: '>',
  closed: '#',
};

function linesOf(entries: readonly Entry[]): string[] {
  const inOrder = entries.toSorted((one, other) => one.at.localeCompare(other.at));
  const groups = groupBy(inOrder, (entry) => `${timeInLondon(entry.at)} ${entry.kind}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const texts = summaries[first.kind]?.(group) ?? group.map(({ text }) => text);
    return texts.map((text, index) => {
      const time = index === 0 ? timeInLondon(first.at) : '     ';
      return `  │ ${time} ${marks[first.kind] ?? ' '} ${text}`;
    });
  });
}

/** Kinds of which many come at once are said in one line: task ids are what a person types. */
const summaries: Partial<Record<EntryKind, (group: readonly Entry[]) => string[]>> = {
  opened: (group) => [...groupBy(group, dueIn)].map(([due, alike]) => `${due}: ${idsIn(alike)}`),
  told: toldLines,
  late: (group) => [`NOT DONE IN TIME: ${idsIn(group)}`],
  done: (group) => [`done: ${idsIn(group)}`],
};

const idsIn = (group: readonly Entry[]): string => group.flatMap(({ tasks }) => tasks).join(', ');

const dueIn = ({ data }: Entry): string =>
  data && 'due' in data ? `due by the end of ${dateInWords(data.due.dueOn)}` : 'opened';

const noticeWords = {
  task: 'task',
  alert: 'for information',
  reminder: 'reminder',
  warning: 'warning',
  late: 'late',
  chase: 'still not done',
  'partner-notice': 'notice',
  'view-wanted': 'asked for a view',
  'no-agreement': 'no agreement on who notifies',
} as const satisfies Record<NoticeKind, string>;

/** One line for all who were told the same at the same minute. */
function toldLines(group: readonly Entry[]): string[] {
  const deliveries = group.flatMap(({ data }) =>
    data && 'delivery' in data ? [data.delivery] : [],
  );
  const byKinds = groupBy(deliveries, ({ kinds }) =>
    kinds.map((kind) => noticeWords[kind]).join(', '),
  );
  return [...byKinds].map(([kinds, told]) => {
    const tasks = new Set(told.flatMap((delivery) => delivery.tasks)).size;
    const people = [...new Set(told.map(({ to }) => to))].toSorted();
    return `mail, ${kinds} (${tasks} task${tasks === 1 ? '' : 's'}): ${people.join(', ')}`;
  });
}
