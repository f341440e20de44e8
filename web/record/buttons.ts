import { randomUUID } from 'node:crypto';
import type { TaskView } from '../../domain/record/task-view';
import type { RecordView } from '../../domain/records';
import { mayAct } from '../may-act';
import { proposalOf, waysToEnd } from '../tasks/ways';
import type { SignedIn } from '../visit';

/** A button: a page to go to, or an action that is taken at once. */
export interface Button {
  readonly text: string;
  readonly href: string;
  /** Makes a double click one action; absent: it leads to a page. */
  readonly actionId?: string;
}

type Who = Pick<SignedIn, 'id' | 'roles'>;
type Of = Pick<RecordView, 'kind' | 'reference' | 'proposals'>;

export const isUnfinished = ({ state }: Pick<TaskView, 'state'>): boolean =>
  state === 'open' || state === 'acknowledged' || state === 'late';

/** Late or its target missed, done since or not: room for an explanation stands beside that itself. */
export const isMissed = ({ state }: Pick<TaskView, 'state'>): boolean =>
  state === 'late' || state === 'done-late';

/** The buttons of a task: only what this person may do to it as it stands. */
export function buttonsFor(task: TaskView, record: Of, person: Who): Button[] {
  const act = `/records/${record.reference}/act`;
  const query = `?task=${encodeURIComponent(task.task)}`;
  const may = (name: string) => mayAct(record.kind, name, person);
  const explain =
    may('explain') && !isMissed(task)
      ? [{ text: 'Add an explanation', href: `${act}/explain${query}` }]
      : [];
  if (!isUnfinished(task)) return explain;
  const hasIt = task.acknowledged?.by === person.id;
  return [
    ...(may('acknowledge') && !hasIt
      ? [{ text: 'I have got this', href: `${act}/acknowledge`, actionId: randomUUID() }]
      : []),
    ...endButtons(task, record, person),
    ...(may('reassign')
      ? [{ text: 'Give it to somebody else', href: `${act}/reassign${query}` }]
      : []),
    ...explain,
  ];
}

/** What ends it; nobody is offered to approve what they proposed. */
function endButtons(task: TaskView, record: Of, person: Who): Button[] {
  const isOwn = ({ id, by }: Of['proposals'][number]) =>
    id === proposalOf(task.task) && by === person.id;
  if (task.kind === 'approve' && record.proposals.some(isOwn)) return [];
  return waysToEnd(task, record, person);
}

/** One button for all that nobody else has: a person often takes the whole incident. Null: not two. */
export function takeAll(tasks: readonly TaskView[], record: Of, person: Who) {
  const ids = tasks
    .filter(({ state, owner }) => state === 'open' && owner === null)
    .map(({ task }) => task);
  if (ids.length < 2 || !mayAct(record.kind, 'acknowledge', person)) return null;
  return { ids, href: `/records/${record.reference}/act/acknowledge`, actionId: randomUUID() };
}
