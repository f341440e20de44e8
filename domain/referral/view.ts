import { viewTask } from '../record/task-view';
import { flagsOf } from './flags';
import { decisionOf, type ReferralState } from './state';
import { unansweredIn } from './unanswered';
import { notForAChildAtRisk } from './wording';

export type ReferralView = ReturnType<typeof viewReferral>;

/** A practice review referral as `show` prints it, at a moment. */
export function viewReferral(state: ReferralState, now: string) {
  const { kind, reference, status, rulebook, calendar, form, receivedAt, receivedOn } = state;
  const { children, comparison, views, decisions, incident, tasks } = state;
  return {
    ...{ kind, reference, status, rulebook, calendar, receivedAt, receivedOn },
    notice: notForAChildAtRisk,
    decision: decisionOf(state)?.outcome ?? 'undecided',
    flags: flagsOf(state),
    unanswered: unansweredIn(form),
    ...{ form, children, comparison, views, decisions, incident },
    tasks: tasks.map((task) => viewTask(task, now)),
    /** Nothing about a referral waits for a second person. */
    proposals: [],
  };
}
