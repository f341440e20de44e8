import type { Wish } from '../client/answers';
import type { TaskView } from '../domain/record/task-view';
import { tasksOf, type RecordView } from '../domain/records';
import { dateInWords, lateWords } from '../domain/wording';

const stillOpen = ({ state }: TaskView): boolean =>
  state === 'open' || state === 'acknowledged' || state === 'late';

/** What is left to do, with dates; the proposals that wait; or that nothing is. */
export function nextSteps(view: RecordView): string[] {
  const open = tasksOf(view).filter(stillOpen);
  const waiting = view.proposals.filter(({ state }) => state === 'waiting');
  if (open.length + waiting.length === 0) {
    return [`${view.reference} is ${view.status}: nothing is left to do.`];
  }
  return [
    `${view.reference} is ${view.status}. Left to do:`,
    ...open.map((task) => `  ${task.task}: ${task.title}${byWhen(task)}`),
    ...waiting.map(
      ({ id, by, words }) => `  proposal ${id} of ${by}: ${words}; waits for another’s yes`,
    ),
  ];
}

function byWhen({ state, strength, dueOn }: TaskView): string {
  if (dueOn === null) return '';
  const late = state === 'late' ? `, ${lateWords[strength].toUpperCase()}` : '';
  return `, due ${dateInWords(dueOn)}${late}`;
}

/**
 * The line that records the Panel's online submission for the Secretary of State and Ofsted too:
 * GOV.UK says that one form may serve all; whether it did, a person says. Null: none is open.
 */
export function offerToReuse(view: RecordView, wish: Wish, by: string): string | null {
  if (wish.name !== 'done' || !wish.tasks.includes('panel') || wish.reference === null) return null;
  const others = tasksOf(view).filter(
    (duty) =>
      (duty.task === 'secretary-of-state' || duty.task === 'ofsted') &&
      duty.kind === 'notify' &&
      stillOpen(duty),
  );
  if (others.length === 0) return null;
  const { at, channel, reference, told } = wish;
  return [
    `notifiable done ${view.reference} ${others.map(({ task }) => task).join(' ')}`,
    ...[`--at ${at}`, `--channel ${quoted(channel)}`, `--reference ${quoted(reference)}`],
    ...[`--told ${quoted(told)}`, `--by ${by}`],
  ].join(' ');
}

const quoted = (text: string): string =>
  /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
