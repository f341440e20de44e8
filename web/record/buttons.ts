import { randomUUID } from 'node:crypto';
import type { Ending } from '../../domain/own-task';
import { endsBy } from '../../domain/own-tasks';
import type { TaskView } from '../../domain/record/task-view';
import type { RecordView } from '../../domain/records';
import { mayAct } from '../may-act';
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

/** What ends a task, as its button says it. */
const endingWords = {
  done: 'Record that it was done',
  confirm: 'Confirm',
  decide: 'Set when to look again',
  approve: 'Look at the proposal',
  startIncident: 'Start the incident record',
  giveView: 'Record a partner’s view',
  decideReferral: 'Record the decision',
  signOff: 'Record a partner’s sign-off',
  decideReview: 'Record the decision',
  recordReply: 'Record the Panel’s reply',
  appoint: 'Record who is appointed',
  publish: 'Record the publication',
} as const satisfies Record<Ending, string>;

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
    ...endButton(task, record, person),
    ...(may('reassign')
      ? [{ text: 'Give it to somebody else', href: `${act}/reassign${query}` }]
      : []),
    ...explain,
  ];
}

/** What ends it; nobody is offered to approve what they proposed. */
function endButton(task: TaskView, record: Of, person: Who): Button[] {
  const ending = endsBy(task.kind);
  const name = ending === 'decide' ? 'lookAgain' : ending;
  if (!mayAct(record.kind, name, person)) return [];
  const text = endingWords[ending];
  const at = `/records/${record.reference}`;
  const query = `?task=${encodeURIComponent(task.task)}`;
  if (ending === 'done') return [{ text, href: `${at}/done${query}` }];
  if (ending === 'approve') {
    const proposal = record.proposals.find(({ id }) => task.task === `approve-${id}`);
    return proposal && proposal.by !== person.id
      ? [{ text, href: `${at}/act/approve?proposal=${proposal.id}` }]
      : [];
  }
  return [{ text, href: `${at}/act/${name}${query}` }];
}
