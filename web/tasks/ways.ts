import { endsBy, type TaskKind } from '../../domain/own-tasks';
import type { RecordKindName } from '../../domain/record/kinds';
import { mayAct } from '../may-act';
import type { SignedIn } from '../visit';

/** A button that leads to where a task is ended. */
export interface Way {
  readonly text: string;
  readonly href: string;
}

/** How each ending is called, and its page under the record. */
const pages = {
  done: ['Record that it was done', 'done'],
  confirm: ['Confirm', 'act/confirm'],
  decide: ['Set when to look again', 'act/lookAgain'],
  approve: ['Look at the proposal', 'act/approve'],
  startIncident: ['Start the incident record', 'act/startIncident'],
  giveView: ['Record the view', 'act/giveView'],
  decideReferral: ['Record the decision', 'act/decideReferral'],
  signOff: ['Record the sign-off', 'act/signOff'],
  decideReview: ['Record the decision', 'act/decideReview'],
  recordReply: ['Record the reply', 'act/recordReply'],
  appoint: ['Record the appointment', 'act/appoint'],
  publish: ['Record the publication', 'act/publish'],
} as const satisfies Record<ReturnType<typeof endsBy>, readonly [string, string]>;

interface Task {
  readonly task: string;
  readonly kind: TaskKind;
}

interface Of {
  readonly kind: RecordKindName;
  readonly reference: string;
}

/** How this person may end a task. None: others end it. */
export function waysToEnd(task: Task, record: Of, person: Pick<SignedIn, 'roles'>): Way[] {
  const ending = endsBy(task.kind);
  const may = (name: string) => mayAct(record.kind, name, person);
  if (ending !== 'decide') return may(ending) ? [usualWay(task, record)] : [];
  const at = `/records/${record.reference}`;
  return [
    ...(may('lookAgain') ? [usualWay(task, record)] : []),
    ...(may('amend') ? [{ text: 'Add what became known', href: `${at}/facts` }] : []),
    ...(may('decideNotToNotify')
      ? [{ text: 'Propose not to notify', href: `${at}/act/decideNotToNotify` }]
      : []),
  ];
}

function usualWay({ task, kind }: Task, { reference }: Of): Way {
  const [text, path] = pages[endsBy(kind)];
  const chosen = kind === 'approve' ? { proposal: proposalOf(task) } : { task };
  const query = new URLSearchParams(chosen).toString();
  return { text, href: `/records/${reference}/${path}?${query}` };
}

/** Whose approval a task asks for: `p1` of `approve-p1`. */
export const proposalOf = (task: string): string => task.replace(/^approve-/, '');
