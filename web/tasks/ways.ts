import { endsBy, type TaskKind } from '../../domain/own-tasks';

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
  startIncident: ['Start the incident', 'start-incident'],
  giveView: ['Record the view', 'act/giveView'],
  decideReferral: ['Record the decision', 'act/decideReferral'],
  signOff: ['Record the sign-off', 'act/signOff'],
  decideReview: ['Record the decision', 'act/decideReview'],
  recordReply: ['Record the reply', 'act/recordReply'],
  appoint: ['Record the appointment', 'act/appoint'],
  publish: ['Record the publication', 'act/publish'],
} as const satisfies Record<ReturnType<typeof endsBy>, readonly [string, string]>;

/** The way in which a task of that kind is ended. */
export function wayToEnd(reference: string, task: string, kind: TaskKind): Way {
  const [text, path] = pages[endsBy(kind)];
  const chosen = kind === 'approve' ? { proposal: proposalOf(task) } : { task };
  const query = new URLSearchParams(chosen).toString();
  return { text, href: `/records/${reference}/${path}?${query}` };
}

/** Whose approval a task asks for: `p1` of `approve-p1`. */
export const proposalOf = (task: string): string => task.replace(/^approve-/, '');
