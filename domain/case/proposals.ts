import type { Clock } from '../task';
import { cancelTask, finishOwn, moveClock, openOwn } from './open-tasks';
import { isUnfinished, type Proposal, type Proposed, type TaskChange } from './state';
import { change, changeTask, taskOf, write, type Turn } from './turn';

const taskFor = (proposal: Pick<Proposal, 'id'>): string => `approve-${proposal.id}`;

interface NewProposal {
  readonly what: Proposed;
  readonly reason: string;
  /** By when a second person should look at it; nothing waits for that but the change itself. */
  readonly clock: Clock | null;
}

/** Puts a change before a second person, with a task of its own. Nothing changes until the yes. */
export function propose(turn: Turn, { what, reason, clock }: NewProposal): void {
  const id = `p${turn.state.proposals.length + 1}`;
  const proposal: Proposal = { id, by: turn.by, at: turn.now, reason, what, state: 'waiting' };
  change(turn, { proposals: [...turn.state.proposals, proposal] });
  const words = inWords(what);
  const rule = 'A second person approves (our decision)';
  write(turn, 'proposed', { text: `Proposal ${id}: ${words}. Reason: ${reason}`, rule });
  openOwn(turn, { id: taskFor(proposal), kind: 'approve', because: `proposal ${id}`, clock });
}

/** What a yes would bring about. */
export function inWords(what: Proposed): string {
  switch (what.kind) {
    case 'change-tasks':
      return what.changes.map(({ words }) => words).join('; ');
    case 'change-answer':
      return `the answer to ${what.change.criterion} would be “${what.change.answer}”`;
    case 'withdraw':
      return 'the incident would be withdrawn';
    case 'not-notifying':
      return 'the authority would decide not to notify';
    default:
      return what satisfies never;
  }
}

/** Carries out a change to one task, if the task is still to be done. */
export function applyChange(turn: Turn, { task: id, words, change: wanted }: TaskChange): void {
  if (!isUnfinished(taskOf(turn, id))) return;
  const { state, clock, ...rest } = wanted;
  if (state?.is === 'cancelled') {
    cancelTask(turn, id, { because: state.because, approvedBy: turn.by });
    return;
  }
  changeTask(turn, id, { ...rest, ...(clock && { laterClock: null }) });
  if (Object.keys(rest).length > 0) write(turn, 'moved', { text: `${words}.`, tasks: [id] });
  if (clock) moveClock(turn, id, { clock, why: 'a second person approved' });
}

/** Marks a proposal as approved and ends the task that asked for it. */
export function markApproved(turn: Turn, proposal: Proposal): void {
  setState(turn, proposal, 'approved');
  finishOwn(turn, taskFor(proposal), `approved by ${turn.by}`);
  const text = `Approved proposal ${proposal.id} of ${proposal.by}: ${inWords(proposal.what)}.`;
  write(turn, 'approved', { text });
}

/** Proposals of a kind that wait no longer have a subject: they end unsaid. */
export function lapseProposals(turn: Turn, kind: Proposed['kind'], because: string): void {
  turn.state.proposals
    .filter(({ state, what }) => state === 'waiting' && what.kind === kind)
    .forEach((proposal) => {
      setState(turn, proposal, 'lapsed');
      write(turn, 'lapsed', { text: `Proposal ${proposal.id} lapsed: ${because}.` });
      cancelTask(turn, taskFor(proposal), { because });
    });
}

function setState(turn: Turn, { id }: Proposal, state: Proposal['state']): void {
  const proposals = turn.state.proposals.map((one) => (one.id === id ? { ...one, state } : one));
  change(turn, { proposals });
}
