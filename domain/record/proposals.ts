import type { Clock } from '../task';
import { cancelTask, finishOwn, openOwn } from './tasks';
import type { Proposal, Proposed } from './task-book';
import { change, write, type AnyTurn } from './turn';

const taskFor = (proposal: Pick<Proposal, 'id'>): string => `approve-${proposal.id}`;

export interface NewProposal {
  /** Whose it is: theirs who acts, unless an earlier proposal goes on in this one. */
  readonly by?: string;
  readonly what: Proposed;
  /** What a yes would bring about. */
  readonly words: string;
  readonly reason: string;
  /** By when a second person should look at it; nothing waits for that but the change itself. */
  readonly clock: Clock | null;
}

/** Puts a change before a second person, with a task of its own. Nothing changes until the yes. */
export function putProposal(turn: AnyTurn, proposed: NewProposal): void {
  const { what, words, reason, clock, by = turn.by } = proposed;
  const id = `p${turn.state.proposals.length + 1}`;
  const proposal: Proposal = { id, by, at: turn.now, reason, what, state: 'waiting' };
  change(turn, { proposals: [...turn.state.proposals, proposal] });
  const rule = 'A second person approves (our decision)';
  write(turn, 'proposed', { text: `Proposal ${id}: ${words}. Reason: ${reason}`, rule });
  openOwn(turn, { id: taskFor(proposal), kind: 'approve', because: `proposal ${id}`, clock });
}

/** Marks a proposal as approved and ends the task that asked for it. */
export function markApproved(turn: AnyTurn, { id, by }: Proposal, words: string): void {
  setState(turn, id, 'approved');
  finishOwn(turn, taskFor({ id }), `approved by ${turn.by}`);
  write(turn, 'approved', { text: `Approved proposal ${id} of ${by}: ${words}.` });
}

/** Ends a proposal that waits and no longer has a subject, without a yes. */
export function lapse(turn: AnyTurn, { id }: Proposal, because: string): void {
  setState(turn, id, 'lapsed');
  write(turn, 'lapsed', { text: `Proposal ${id} lapsed: ${because}.` });
  cancelTask(turn, taskFor({ id }), { because });
}

function setState(turn: AnyTurn, id: string, state: Proposal['state']): void {
  const proposals = turn.state.proposals.map((one) => (one.id === id ? { ...one, state } : one));
  change(turn, { proposals });
}

/** Why a proposal cannot be approved by this person; null: it can. */
export function approvalRefused(
  proposals: readonly Proposal[],
  { proposal: id, actor }: { readonly proposal: string; readonly actor: { readonly id: string } },
): string | null {
  const proposal = proposals.find((one) => one.id === id);
  if (!proposal) return `There is no proposal “${id}” here.`;
  if (proposal.state !== 'waiting') return `Proposal ${id} is already ${proposal.state}.`;
  return proposal.by === actor.id
    ? `${actor.id} made this proposal: a second person must approve it.`
    : null;
}
