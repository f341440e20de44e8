import type { CaseList, CaseSummary, ListedTask } from '../../client/answers';
import { openRecords } from '../../client/open-records';
import { dueWords } from '../../domain/due-words';
import { recordKinds } from '../../domain/record/kinds';
import { page, type Answer } from '../answer';
import { saidOf } from '../actions/table';
import { mayAct } from '../may-act';
import { textOf, type Visit } from '../visit';
import { nameOf } from '../who';
import { waysToEnd, type Way } from './ways';

/** Records shown at first; each “Show more” doubles it. */
const atFirst = 25;
const most = 800;

/** What is mine, or my role's, or that of somebody for whom I stand in: the most urgent first. */
export async function showTasks(visit: Visit): Promise<Answer> {
  const { person, authority } = visit;
  const covered = person.coverFor.map((id) => nameOf(authority, id));
  const wanted = Math.floor(Number(textOf(visit.query, 'records')));
  const limit = Math.min(Math.max(wanted || atFirst, atFirst), most);
  const { tasks, isCut } = await tasksOfVisitor(visit, limit);
  const more = isCut && limit < most ? limit * 2 : null;
  const said = saidOf(textOf(visit.query, 'said'), 'incident');
  return page('tasks/tasks', { tasks, isCut, more, said, covered });
}

/** Their tasks in so many records; `isCut`: there are more. */
export async function tasksOfVisitor(
  visit: Visit,
  limit: number,
): Promise<{ readonly tasks: TaskRow[]; readonly isCut: boolean }> {
  const owners = [visit.person.id, ...visit.person.coverFor];
  const lists = await Promise.all(
    owners.map((id) => visit.cases.list({ ...openRecords, taskOwner: id, limit })),
  );
  const read = lists.flatMap((list) => (list.ok ? [list.value] : []));
  return {
    tasks: rowsOf(
      read.flatMap(({ records }) => records),
      visit,
    ),
    isCut: read.some(({ next }) => next !== null),
  };
}

/** One line of the page. */
export interface TaskRow {
  readonly id: string;
  readonly reference: string;
  readonly record: string;
  readonly title: string;
  /** When it is due, in words; null: it has no date. */
  readonly due: string | null;
  readonly state: ListedTask['state'];
  readonly strength: ListedTask['strength'];
  readonly owner: string | null;
  readonly mayAcknowledge: boolean;
  readonly ways: readonly Way[];
}

/** Each task once, the one due first at the top; what has no date comes last. */
export function rowsOf(
  records: CaseList['records'],
  { calendar, now, person, authority }: Pick<Visit, 'calendar' | 'now' | 'person' | 'authority'>,
): TaskRow[] {
  const byKey = new Map(records.flatMap(tasksIn).map((one) => [keyOf(one), one]));
  return [...byKey.values()]
    .sort((one, other) => urgency(one.task).localeCompare(urgency(other.task)))
    .map(({ record, task }) => ({
      ...{ id: task.task, reference: record.reference, record: recordKinds[record.kind].words },
      ...{ title: task.title, state: task.state, strength: task.strength },
      due: dueWords(calendar, task, now),
      owner: task.owner === null ? null : nameOf(authority, task.owner),
      mayAcknowledge: isFree(task, person.id) && mayAct(record.kind, 'acknowledge', person),
      ways: waysToEnd(task, record, person),
    }));
}

/** What is late is taken up too, by anybody but its owner. */
const isFree = ({ state, owner }: ListedTask, person: string): boolean =>
  state === 'open' || (state === 'late' && owner !== person);

interface Listed {
  readonly record: CaseSummary;
  readonly task: ListedTask;
}

const tasksIn = (record: CaseSummary): Listed[] => record.tasks.map((task) => ({ record, task }));
const keyOf = ({ record, task }: Listed): string => `${record.reference} ${task.task}`;
const urgency = ({ dueAt }: ListedTask): string => dueAt ?? 'without';
