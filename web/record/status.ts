import type { TaskView } from '../../domain/record/task-view';
import { taskDueWords } from '../../domain/record/date-in-force';
import { tasksOf, type RecordView } from '../../domain/records';
import { counted } from '../../domain/wording';
import type { RecordVisit } from '../visit';
import { isUnfinished } from './buttons';

const words = {
  open: { text: 'Open', classes: 'govuk-tag--blue' },
  closed: { text: 'Closed', classes: 'govuk-tag--grey' },
  withdrawn: { text: 'Withdrawn', classes: 'govuk-tag--grey' },
} as const satisfies Record<RecordView['status'], { text: string; classes: string }>;

/** Where a record stands: its word, and in a sentence or two what is left. */
export function statusOf({
  record,
  calendar,
  now,
}: Pick<RecordVisit, 'record' | 'calendar' | 'now'>) {
  const left = tasksOf(record).filter(isUnfinished);
  const first = left.toSorted(byDate)[0];
  const due = first && taskDueWords(first, calendar, now);
  const next = first ? ` Next: ${first.title}${due ? `, ${due}` : ''}.` : '';
  return { tag: words[record.status], sentence: `${leftWords(record, left)}${next}` };
}

function leftWords({ status }: RecordView, left: readonly TaskView[]): string {
  const missed = left.filter(({ state }) => state === 'late');
  const late = missed.filter(({ strength }) => strength === 'must').length;
  const target = missed.length - late;
  if (left.length === 0) {
    return {
      open: 'Nothing is left to do.',
      closed: 'Every task has ended.',
      withdrawn: 'It was withdrawn, and nothing is left to do.',
    }[status];
  }
  const behind = [
    ...(late > 0 ? [`${late} late`] : []),
    ...(target > 0 ? [`${target} with the target missed`] : []),
  ];
  const tasks = `${counted(left.length, 'task')} left`;
  return `${[tasks, ...behind].join(', ')}.`;
}

/** By the date in force; what has none comes last. */
const byDate = (a: TaskView, b: TaskView): number =>
  (a.inForceDueAt ?? '9').localeCompare(b.inForceDueAt ?? '9');
