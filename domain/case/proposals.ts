import type { Clock } from '../task';
import { cancelTask, finishOwn, moveClock, openOwn } from './open-tasks';
import { isUnfinished, type Proposal, type Proposed, type TaskChange } from './state';
import { change, changeTask, taskOf, write, type Turn } from './turn';

const taskFor = (proposal: Pick<Proposal, 'id'>): string => `approve-${proposal.id}`;

interface NewProposal {
  /** Whose it is: theirs who acts, unless an earlier proposal goes on in this one. */
  readonly by?: string;
  readonly what: Proposed;
  readonly reason: string;
  /** By when a second person should look at it; nothing waits for that but the change itself. */
  readonly clock: Clock | null;
}

/** Puts a change before a second person, with a task of its own. Nothing changes until the yes. */
export function propose(turn: Turn, { what, reason, clock, by = turn.by }: NewProposal): void {
  const id = `p${turn.state.proposals.length + 1}`;
  const proposal: Proposal = { id, by, at: turn.now, reason, what, state: 'waiting' };
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
  const { state, clock, strictClock, ...rest } = wanted;
  if (state?.is === 'cancelled') {
    cancelTask(turn, id, { because: state.because, approvedBy: turn.by });
    return;
  }
  const dates = {
    ...(clock && { laterClock: null }),
    ...(strictClock !== undefined && { strictClock }),
  };
  changeTask(turn, id, { ...rest, ...dates });
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

/** Proposals that wait and no longer have a subject end without a yes. */
export function lapseProposals(
  turn: Turn,
  kinds: readonly Proposed['kind'][],
  because: string,
): void {
  turn.state.proposals
    .filter(({ state, what }) => state === 'waiting' && kinds.includes(what.kind))
    .forEach((proposal) => {
      lapse(turn, proposal, because);
    });
}

function lapse(turn: Turn, proposal: Proposal, because: string): void {
  setState(turn, proposal, 'lapsed');
  write(turn, 'lapsed', { text: `Proposal ${proposal.id} lapsed: ${because}.` });
  cancelTask(turn, taskFor(proposal), { because });
}

/** The changes to tasks that a proposal waits with. */
export const asksFor = ({ state, what }: Proposal): readonly TaskChange[] =>
  state === 'waiting' && what.kind === 'change-tasks' ? what.changes : [];

/**
 * Keeps what waits already and is still wanted, under whoever proposed it; the rest lapses. Answers
 * the changes that nobody has proposed yet.
 */
export function keepProposals(
  turn: Turn,
  wanted: readonly TaskChange[],
  clock: Clock | null,
): readonly TaskChange[] {
  const isAmong = (changes: readonly TaskChange[]) => (one: TaskChange) =>
    changes.some(({ task, words }) => task === one.task && words === one.words);
  const before = turn.state.proposals.filter((proposal) => asksFor(proposal).length > 0);
  for (const proposal of before) {
    const asked = asksFor(proposal);
    const changes = asked.filter(isAmong(wanted));
    if (changes.length === asked.length) continue;
    lapse(turn, proposal, 'the facts were looked at again');
    const { by, reason } = proposal;
    if (changes.length > 0) {
      propose(turn, { what: { kind: 'change-tasks', changes }, reason, clock, by });
    }
  }
  const isAsked = isAmong(before.flatMap((proposal) => asksFor(proposal)));
  return wanted.filter((one) => !isAsked(one));
}

function setState(turn: Turn, { id }: Proposal, state: Proposal['state']): void {
  const proposals = turn.state.proposals.map((one) => (one.id === id ? { ...one, state } : one));
  change(turn, { proposals });
}
