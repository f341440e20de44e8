import type { Clock } from '../task';
import { lapse, putProposal, type NewProposal } from '../record/proposals';
import { cancelTask, moveClock } from '../record/tasks';
import { isUnfinished } from '../record/task-book';
import type { CaseProposal, CaseProposed, CaseTurn, TaskChange } from './state';
import { changeTask, taskOf, write } from '../record/turn';

interface Wanted extends Omit<NewProposal, 'words'> {
  readonly what: CaseProposed;
}

/** Puts a change before a second person. */
export function propose(turn: CaseTurn, wanted: Wanted): void {
  putProposal(turn, { ...wanted, words: inWords(wanted.what) });
}

/** What a yes would bring about. */
export function inWords(what: CaseProposed): string {
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
export function applyChange(turn: CaseTurn, { task: id, words, change: wanted }: TaskChange): void {
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

/** Proposals that wait and no longer have a subject end without a yes. */
export function lapseProposals(
  turn: CaseTurn,
  kinds: readonly CaseProposed['kind'][],
  because: string,
): void {
  turn.state.proposals
    .filter(({ state, what }) => state === 'waiting' && kinds.includes(what.kind))
    .forEach((proposal) => {
      lapse(turn, proposal, because);
    });
}

/** The changes to tasks that a proposal waits with. */
export const asksFor = ({ state, what }: CaseProposal): readonly TaskChange[] =>
  state === 'waiting' && what.kind === 'change-tasks' ? what.changes : [];

/**
 * Keeps what waits already and is still wanted, under whoever proposed it; the rest lapses. Answers
 * the changes that nobody has proposed yet.
 */
export function keepProposals(
  turn: CaseTurn,
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
