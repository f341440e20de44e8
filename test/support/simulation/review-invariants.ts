import { isDeepStrictEqual } from 'node:util';
import type { Stepped } from '../../../domain/record/machine';
import { nextMoment } from '../../../domain/record/rungs';
import { isFinished } from '../../../domain/record/settle';
import { isUnfinished, openOf, type Task } from '../../../domain/record/task-book';
import { isUnderWay, type ReviewState } from '../../../domain/review/state';
import type { ReviewEvent } from '../../../domain/review/step';

export interface SeenReview {
  readonly before: ReviewState | null;
  readonly after: Stepped<ReviewState>;
  readonly event: ReviewEvent | null;
  readonly now: string;
}

/** Decisions that end what they make needless; each is written down with its reason. */
const decisions = ['decideReview', 'withholdReport', 'publish'];

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Watches one review's steps and throws as soon as one breaks what must always hold. */
export function watchReview() {
  let entries = 0;
  const lateOnes = new Set<string>();

  function history({ after }: SeenReview): void {
    for (const { number, kind, tasks, text } of after.entries) {
      demand(number === (entries += 1), `history number ${number} is out of order`);
      demand(text.trim() !== '', `history number ${number} says nothing`);
      if (kind === 'late') tasks.forEach((id) => lateOnes.add(id));
    }
    demand(after.state.nextEntry === entries + 1, 'the next history number is wrong');
  }

  function everyTask({ before, after, event, now }: SeenReview): void {
    const ids = after.state.tasks.map(({ id }) => id);
    demand(new Set(ids).size === ids.length, 'an id comes twice');
    for (const task of after.state.tasks) {
      const { id, title, because } = task;
      demand(/^[a-z0-9:-]+$/.test(id), `${id} is no id that may be mailed`);
      demand(title !== '' && because !== '', `${id} has no words`);
      demand(!isLate(task, now) || lateOnes.has(id), `${id} is late and nothing says so`);
      const was = before?.tasks.find((one) => one.id === id);
      if (was) demandFairEnd({ was, task, before, event });
    }
    for (const { id } of before?.tasks ?? []) demand(ids.includes(id), `${id} vanished`);
  }

  return (seen: SeenReview): void => {
    history(seen);
    everyTask(seen);
    const { after, now } = seen;
    localReview(after.state);
    const next = nextMoment(after.state);
    demand(next === null || next > now, `the next moment ${next} is not after ${now}`);
    if (after.state.status === 'closed') demand(isFinished(after.state), 'closed with open tasks');
    if (isFinished(after.state)) demand(after.state.status !== 'open', 'finished, and open');
    // Comparing a whole state costs as much as all else: some steps will do, and the last.
    if (entries % 8 > 0 && !isFinished(after.state)) return;
    const copy: unknown = JSON.parse(JSON.stringify(after.state));
    demand(isDeepStrictEqual(copy, after.state), 'the state does not survive JSON');
  };
}

/** Past its date, or ended after it. */
function isLate({ state, clock }: Task, now: string): boolean {
  if (clock === null) return false;
  if (state.is === 'done') return state.evidence.at > clock.dueAt;
  return (state.is === 'cancelled' ? state.at : now) > clock.dueAt;
}

/** While a local review is under way it is checked, has a date, and its report is to be sent. */
function localReview(state: ReviewState): void {
  const { publication } = state;
  const checks = openOf(state, 'progress-check').length;
  demand(checks === (isUnderWay(state) ? 1 : 0), `${checks} checks of progress are open`);
  demand(
    openOf(state, 'publish').length === checks,
    'publishing is forgotten, or owed for nothing',
  );
  for (const { id, due } of openOf(state, 'send-report')) {
    const day = publication?.publishedOn ?? publication?.plannedOn;
    const counted = due && 'before' in due ? due.before : null;
    demand(counted === day, `${id} counts back from ${counted}, not from ${day}`);
  }
}

interface Change extends Pick<SeenReview, 'before' | 'event'> {
  readonly was: Task;
  readonly task: Task;
}

/** Done takes evidence; what law or guidance asks for ends with a decision or two people. */
function demandFairEnd({ was, task, before, event }: Change): void {
  const { id, strength, state } = task;
  if (!isUnfinished(was)) {
    demand(was.state === state, `what had ended was changed: ${id}`);
    return;
  }
  const command = event?.type === 'command' ? event.command : null;
  if (state.is === 'done') {
    demand(command !== null && state.evidence.told !== '', `${id} was done without evidence`);
  }
  if (state.is !== 'cancelled' || strength === 'local') return;
  demand(state.because !== '' && state.approvedBy !== null, `${id} ended without a reason`);
  const proposal = before?.proposals.find(
    (one) => command?.name === 'approve' && one.id === command.proposal,
  );
  const isSecond = proposal !== undefined && proposal.by !== command?.actor.id;
  demand(isSecond || decisions.includes(command?.name ?? ''), `${id} was ended by one alone`);
}
