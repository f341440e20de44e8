import { viewAround } from './around';
import { inWords } from './proposals';
import { viewLinks } from './links';
import type { CaseState } from './state';
import { viewTask } from '../record/task-view';
import { isNotification } from '../task';

export type CaseView = ReturnType<typeof viewCase>;

/** An incident record as `show` prints it, at a moment. The report itself stays out. */
export function viewCase(state: CaseState, now: string) {
  const { kind, reference, status, rulebook, calendar, decision, children, facts, proposals } =
    state;
  return {
    kind,
    reference,
    status,
    rulebook,
    calendar,
    becameAwareAt: state.becameAwareAt,
    ...viewLinks(state.becameAwareAt, state.links),
    decision,
    children,
    facts,
    changedAnswers: state.changedAnswers,
    /** The rapid review that follows from it; null: none was called for. */
    review: state.review ?? null,
    around: viewAround(state),
    duties: state.tasks.filter(isNotification).map((task) => viewTask(task, now)),
    tasks: state.tasks.filter((task) => !isNotification(task)).map((task) => viewTask(task, now)),
    proposals: proposals.map((one) => ({ ...one, words: inWords(one.what) })),
  };
}
