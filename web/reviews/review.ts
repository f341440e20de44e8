import { addWorkingDays, londonDateOf, type Calendar } from '../../domain/calendar';
import type { ReviewView } from '../../domain/review/view';
import { momentInWords } from '../../domain/when';
import { dateInWords } from '../../domain/wording';
import { proposalsShown } from '../record/proposals';
import { statusOf } from '../record/status';
import { taskCard } from '../record/task-card';
import { nameOf } from '../who';
import type { RecordVisit } from '../visit';
import { decisionShown } from './decision';
import { publicationShown } from './publication';
import { stages, type Stage } from './stages';

/** A review as a board: its stages with their dates and tasks, and what was said and decided. */
export function shownReview(visit: RecordVisit, review: ReviewView) {
  const { authority, calendar } = visit;
  return {
    review,
    status: statusOf(visit),
    days: boardDays(review, calendar),
    stages: stagesOf(visit, review),
    signOffs: signOffsOf(review, visit),
    decisions: review.decisions.map((one) => decisionShown(one, authority)).toReversed(),
    replies: review.replies.map(({ at, reply, text }) => ({
      ...{ at: momentInWords(at), text },
      reply: replyWords[reply],
    })),
    reviewers: review.reviewers,
    publication: publicationShown(review, calendar),
    proposals: proposalsShown(visit),
  };
}

const replyWords = {
  agrees: 'It agrees',
  disagrees: 'It disagrees',
  'asks-for-more': 'It asks for more',
  'considers-a-national-review': 'It considers a national review',
} as const satisfies Record<ReviewView['replies'][number]['reply'], string>;

/** The days of the rapid review that people speak of. */
const spokenOf = [
  { day: 1, what: 'Requests are out' },
  { day: 10, what: 'Agencies’ summaries are in' },
  { day: 12, what: 'The panel meeting has been held, on day 10 to 12' },
  { day: 15, what: 'Partners have signed off, and the review is with the national Panel' },
] as const;

function boardDays({ notifiedAt }: ReviewView, calendar: Calendar) {
  return spokenOf.map(({ day, what }) => ({
    ...{ day, what },
    on: dateInWords(workingDay(notifiedAt, day, calendar)),
  }));
}

/** The notification to the Panel is day 0. */
const workingDay = (notifiedAt: string, day: number, calendar: Calendar): string =>
  addWorkingDays(calendar, londonDateOf(notifiedAt), day).dueOn;

/** A stage that has no task yet is left out, unless its days are set. */
function stagesOf(visit: RecordVisit, { tasks, notifiedAt }: ReviewView) {
  const known: readonly string[] = stages.flatMap(({ kinds }): readonly string[] => kinds);
  const cards = (fits: (kind: string) => boolean) =>
    tasks.filter(({ kind }) => fits(kind)).map((task) => taskCard(task, visit));
  const all = stages.map(({ title, days, kinds }) => ({
    title,
    when: days ? whenOf(days, notifiedAt, visit.calendar) : null,
    tasks: kinds.flatMap((one) => cards((kind) => kind === one)),
  }));
  const besides = { title: 'Besides', when: null, tasks: cards((kind) => !known.includes(kind)) };
  return [...all, besides].filter(({ when, tasks: own }) => when !== null || own.length > 0);
}

function whenOf([from, to]: NonNullable<Stage['days']>, notifiedAt: string, calendar: Calendar) {
  const by = dateInWords(workingDay(notifiedAt, to, calendar));
  return from === to ? `Day ${to}: ${by}` : `Day ${from} to ${to}: by ${by}`;
}

/** Every partner, with what it last said. */
function signOffsOf({ signOffs }: ReviewView, { authority }: RecordVisit) {
  return authority.partners.map(({ id, name }) => {
    const last = signOffs.findLast(({ partner }) => partner === id);
    if (!last) return { name, view: null };
    const { view, reason, recordedAt, recordedBy } = last;
    const recorded = `${nameOf(authority, recordedBy)}, ${momentInWords(recordedAt)}`;
    return { name, view: view === 'agrees' ? 'It agrees' : 'It dissents', reason, recorded };
  });
}
