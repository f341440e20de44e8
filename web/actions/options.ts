import { tasksOf } from '../../domain/records';
import type { TaskView } from '../../domain/record/task-view';
import type { TaskKind } from '../../domain/own-tasks';
import { endsBy } from '../../domain/own-tasks';
import { rulebookOf } from '../../domain/rulebook';
import { nameOf } from '../who';
import { proposedWords } from '../record/proposals';
import type { Field } from './action';
import { incidentOf } from './incident-of';

type Options = NonNullable<Field['options']>;

const isOpen = ({ state }: TaskView): boolean => ['open', 'acknowledged', 'late'].includes(state);

const tasksWhere =
  (fits: (task: TaskView) => boolean): Options =>
  ({ record }) =>
    tasksOf(record)
      .filter(fits)
      .map(({ task, title, because }) => ({
        value: task,
        text: title,
        hint: `Because ${because}`,
      }));

/** Tasks that are not finished. */
export const openTasks = tasksWhere(isOpen);

export const everyTask = tasksWhere(() => true);

/** Unfinished tasks that end in that way. */
export const openTasksThatEndBy = (ending: ReturnType<typeof endsBy>): Options =>
  tasksWhere((task) => isOpen(task) && endsBy(task.kind) === ending);

export const openTasksOfKind = (...kinds: TaskKind[]): Options =>
  tasksWhere((task) => isOpen(task) && kinds.includes(task.kind));

/** What waits for a second person, and was not proposed by this one. */
export const proposals: Options = ({ record, person, authority }) =>
  record.proposals
    .filter(({ state, by }) => state === 'waiting' && by !== person.id)
    .map((one) => ({
      value: one.id,
      text: proposedWords(one, record),
      hint: `${nameOf(authority, one.by)}: ${one.reason}`,
    }));

export const people: Options = ({ authority }) =>
  authority.people.map(({ id, name }) => ({ value: id, text: name }));

export const partners: Options = ({ authority }) =>
  authority.partners.map(({ id, name }) => ({ value: id, text: name }));

/** Under the id of its task, so that the task's own button chooses it. */
export const partnersOf =
  (task: string): Options =>
  ({ authority }) =>
    authority.partners.map(({ id, name }) => ({ value: `${task}:${id}`, text: name }));

export const partnerIn = (value: unknown): string => String(value).replace(/^[a-z-]+:/, '');

export const childrenOf: Options = ({ record }) =>
  (incidentOf(record)?.children ?? []).map(({ ref }) => ({ value: ref, text: `Child ${ref}` }));

/** The criteria of the edition of the rules that the record keeps to. */
export const criteriaOf: Options = ({ record }) =>
  rulebookOf(record.rulebook).criteria.map(({ id, words }) => ({ value: id, text: words }));
