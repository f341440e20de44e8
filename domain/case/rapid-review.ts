import type { Plan } from '../plan';
import { rulebookOf } from '../rulebook';
import { openOwn } from '../record/tasks';
import { isUnfinished } from '../record/task-book';
import { change, write } from '../record/turn';
import { toldIn, type CaseState, type CaseTurn, type RapidReview } from './state';

/** What a rapid review's record begins with. */
export interface ReviewToBegin extends Pick<RapidReview, 'reference' | 'notifiedAt'> {
  /** The incident that was notified. */
  readonly incident: string;
  readonly rulebook: string;
}

/** The review that has been called for and has not begun; null: there is none. */
export function reviewToBegin({ reference, review, rulebook }: CaseState): ReviewToBegin | null {
  if (!review || review.isBegun) return null;
  return {
    reference: review.reference,
    notifiedAt: review.notifiedAt,
    incident: reference,
    rulebook,
  };
}

const source = 'Working Together 2023: a rapid review follows every notification under section 16C';

/** What is called for once an action has been carried out: a rapid review begins, or is to end. */
export function followReview(turn: CaseTurn, plan: Plan | null): void {
  const { review, status } = turn.state;
  const calledFor = status !== 'withdrawn' && callsForReview(turn.state);
  if (!review) return calledFor ? wantReview(turn) : undefined;
  const open = turn.state.tasks.find((task) => task.kind === 'end-review' && isUnfinished(task));
  if (calledFor || open || wasEnded(turn.state)) return;
  openOwn(turn, {
    id: 'end-review',
    kind: 'end-review',
    title: `End the rapid review ${review.reference}`,
    because: 'the incident no longer meets the criteria for a rapid review',
    clock: plan?.clocks['end-review'] ?? null,
  });
}

/** The Panel was told by us, and a criterion is met that calls for a rapid review. */
function callsForReview(state: CaseState): boolean {
  return notifiedAt(state) !== null && meetsCriteria(state);
}

function notifiedAt({ tasks }: CaseState): string | null {
  const panel = toldIn(tasks).find(({ recipient }) => recipient === 'panel');
  return panel?.state.is === 'done' ? panel.state.evidence.at : null;
}

function meetsCriteria({ rulebook, children }: CaseState): boolean {
  const ids = rulebookOf(rulebook)
    .criteria.filter((one) => one.rapidReview)
    .map(({ id }) => id);
  return children.some(({ criteria }) =>
    criteria.some(({ id, answer }) => answer === 'met' && ids.includes(id)),
  );
}

const wasEnded = ({ tasks }: CaseState): boolean =>
  tasks.some(({ kind, state }) => kind === 'end-review' && state.is === 'done');

function wantReview(turn: CaseTurn): void {
  const at = notifiedAt(turn.state);
  if (at === null) return;
  const reference = `RR-${turn.state.reference.replace(/^SI-/, '')}`;
  change(turn, { review: { reference, notifiedAt: at, isBegun: false } });
  const text = `The national Panel was notified: the rapid review ${reference} follows.`;
  write(turn, 'review', { text, rule: source, by: 'notifiable' });
}

/** Its own record has begun. */
export function markReviewBegun(turn: CaseTurn): void {
  const { review } = turn.state;
  if (!review || review.isBegun) return;
  change(turn, { review: { ...review, isBegun: true } });
  const text = `The record of the rapid review ${review.reference} has begun.`;
  write(turn, 'review', { text, rule: source, by: 'notifiable' });
}
