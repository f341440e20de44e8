import { londonDateOf } from '../calendar';
import { endings } from '../own-task';
import { endsBy } from '../own-tasks';
import { permissions, roleRefused } from '../permissions';
import { approvalRefused } from '../record/proposals';
import { redateRequest } from '../record/redate';
import type { Task } from '../record/task-book';
import { eachTask, futureRefused, taskRules } from '../record/task-rules';
import type { ReviewCommand, ReviewCommandName, ReviewCommandOf } from './commands';
import { isUnderWay, type ReviewState } from './state';
import type { ReviewTaskKind } from './tasks';

/** Why a command is refused, as a sentence that a person can act on; null when it may go on. */
export function judgeReview(
  state: ReviewState,
  command: ReviewCommand,
  now: string,
): string | null {
  const rule = rules[command.name] as Rule<ReviewCommand>;
  return (
    roleRefused(permissions.review[command.name], command.actor) ??
    (command.name === 'explain' ? null : endedRefused(state)) ??
    rule(state, command, now)
  );
}

type Rule<C> = (state: ReviewState, command: C, now: string) => string | null;

const noRule: Rule<unknown> = () => null;

const rules: { readonly [Name in ReviewCommandName]: Rule<ReviewCommandOf<Name>> } = {
  ...taskRules,
  askAgency: noRule,
  signOff: ({ partners }, { partner }) =>
    partners.includes(partner)
      ? null
      : `There is no partner “${partner}” here. The partners: ${partners.join(', ')}.`,
  decideReview: (state, { at, decision }, now) =>
    whenRefused(state, at, now) ??
    (decision === 'no-local-review' && isPublished(state)
      ? 'The local review was published: it cannot be undone by a decision.'
      : null),
  recordReply: (state, { at, reply, by }, now) =>
    whenRefused(state, at, now) ?? byRefused(reply, by),
  appoint: heldRefused,
  askInWriting: heldRefused,
  planPublication: underWayRefused,
  withholdReport: underWayRefused,
  publish: (state, { on }, now) => heldRefused(state) ?? publicationRefused(state, on, now),
  addAction: noRule,
  acceptNotDone: (state, { task }) => eachTask(state, [task], acceptanceRefused),
  endReview: ({ proposals }) =>
    proposals.some(({ state }) => state === 'waiting')
      ? 'The end of this review already waits for approval.'
      : null,
  approve: ({ proposals }, command) => approvalRefused(proposals, command),
  redate: (state, _, now) =>
    redateRequest(state, now) === null ? 'No open task has a date to move.' : null,
};

const endedRefused = ({ status }: ReviewState): string | null =>
  status === 'withdrawn'
    ? 'The review was ended: the case is outside the criteria. What was left out can be explained ' +
      '(notifiable explain).'
    : null;

/** Something that followed the notification to the Panel. */
const whenRefused = ({ notifiedAt }: ReviewState, at: string, now: string): string | null =>
  futureRefused(at, now) ??
  (Date.parse(at) < Date.parse(notifiedAt)
    ? `That moment is before the Panel was notified (${notifiedAt}): check the date.`
    : null);

function byRefused(reply: ReviewCommandOf<'recordReply'>['reply'], by: string | null) {
  if (reply === 'asks-for-more') {
    return by === null ? 'The Panel asks for more: give the date by which it is to be sent.' : null;
  }
  return by === null ? null : 'A date by which more is sent belongs to the reply asks-for-more.';
}

function heldRefused({ publication }: ReviewState): string | null {
  return publication === null
    ? 'No local review is held here: record the decision to hold one first (notifiable decide-review).'
    : null;
}

const isPublished = ({ publication }: ReviewState): boolean =>
  publication !== null && publication.publishedOn !== null;

function underWayRefused(state: ReviewState): string | null {
  if (state.publication === null || isUnderWay(state)) return heldRefused(state);
  return isPublished(state)
    ? 'The report is published already.'
    : 'It was decided not to publish the report. If it was published after all, record that ' +
        '(notifiable publish).';
}

/** Dates, Europe/London. */
function publicationRefused(state: ReviewState, on: string, now: string): string | null {
  if (isPublished(state)) return 'The report is published already.';
  if (on > londonDateOf(now)) {
    return 'That day is in the future: plan the publication (notifiable plan-publication).';
  }
  return on < londonDateOf(state.notifiedAt)
    ? 'That day is before the Panel was notified: check the date.'
    : null;
}

/** What somebody else may never send or do, so that the record could never close. */
const acceptable: readonly Task['kind'][] = [
  'learning-action',
  'agency-summary',
  'written-request',
  'panel-reply',
] satisfies ReviewTaskKind[];

const acceptanceRefused = ({ id, kind }: Task): string | null =>
  acceptable.includes(kind)
    ? null
    : `${id} cannot be accepted as not done. ${endings[endsBy(kind)]}`;
