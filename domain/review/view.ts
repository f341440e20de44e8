import { viewTask } from '../record/task-view';
import { decisionOn } from './summary';
import { endInWords, standingSignOffs, type ReviewState } from './state';

export type ReviewView = ReturnType<typeof viewReview>;

/** A review as `show` prints it, at a moment. */
export function viewReview(state: ReviewState, now: string) {
  const { reference, status, rulebook, calendar, incident, notifiedAt, partners } = state;
  return {
    kind: state.kind,
    reference,
    status,
    rulebook,
    calendar,
    incident,
    notifiedAt,
    partners,
    decision: decisionOn(state),
    dissenting: standingSignOffs(state)
      .filter(({ view }) => view === 'dissents')
      .map(({ partner }) => partner),
    signOffs: state.signOffs,
    decisions: state.decisions,
    replies: state.replies,
    reviewers: state.reviewers,
    publication: state.publication,
    tasks: state.tasks.map((task) => viewTask(task, now)),
    proposals: state.proposals.map((one) => ({ ...one, words: endInWords })),
  };
}
