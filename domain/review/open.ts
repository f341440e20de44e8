import type { Dates, DatesRequest } from '../dates';
import { finishTurn, type Stepped } from '../record/machine';
import { beginTurn, taskOf, tell, write } from '../record/turn';
import { open } from './opening-tasks';
import { request } from './planning';
import type { ReviewBasis, ReviewState } from './state';
import type { ReviewTaskKind } from './tasks';

/** What a rapid review consists of from its first day on; each partner has a sign-off besides. */
const first = [
  'take-up-review',
  'safety-actions',
  'requests-out',
  'inequalities',
  'panel-meeting',
  'decide-review',
  'dispatch-rapid-review',
] as const satisfies readonly ReviewTaskKind[];

/** Every date of a rapid review counts from the notification to the Panel, not from awareness. */
export const openingDates = (
  { notifiedAt }: Pick<ReviewBasis, 'notifiedAt'>,
  now: string,
): DatesRequest =>
  request(now, Object.fromEntries([...first, 'sign-off'].map((kind) => [kind, {}])), notifiedAt);

/** Opens the rapid review of a notified incident. `by` is a person's id, or `notifiable`. */
export function openReview(
  basis: ReviewBasis & { readonly reference: string },
  dates: Dates,
  by: string,
): Stepped<ReviewState> {
  const { now, calendar } = dates;
  const state: ReviewState = {
    kind: 'review',
    ...basis,
    status: 'open',
    calendar,
    tasks: [],
    proposals: [],
    signOffs: [],
    decisions: [],
    replies: [],
    reviewers: [],
    publication: null,
    nextEntry: 1,
    nextBatch: 1,
  };
  const turn = beginTurn(state, now, by);
  const { incident, notifiedAt, partners } = basis;
  const text = `The Panel was notified of the incident ${incident}: a rapid review begins.`;
  write(turn, 'started', { text, at: notifiedAt, rule: 'Working Together 2023' });
  const because = `the Panel was notified of ${incident}`;
  first.forEach((kind) => open(turn, { kind, because }, dates));
  partners.forEach((id) => {
    const title = `Record the partner’s sign-off: ${id}`;
    const wanted = { kind: 'sign-off', id: `sign-off:${id}`, title, because } as const;
    const task = taskOf(turn, open(turn, wanted, dates));
    tell(turn, 'view-wanted', { task, to: [`partner:${id}`] });
  });
  return finishTurn(turn);
}
