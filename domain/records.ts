import type { Command } from './case/commands';
import { judge } from './case/judge';
import type { CaseState } from './case/state';
import { viewCase, type CaseView } from './case/view';
import type { TaskView } from './record/task-view';
import type { ReferralCommand } from './referral/commands';
import { judgeReferral } from './referral/judge';
import type { ReferralState } from './referral/state';
import { viewReferral, type ReferralView } from './referral/view';
import type { ReviewCommand } from './review/commands';
import { judgeReview } from './review/judge';
import type { ReviewState } from './review/state';
import { viewReview, type ReviewView } from './review/view';

/** The state of a record of any kind. */
export type AnyState = CaseState | ReferralState | ReviewState;

/** An action on a record of any kind. */
export type AnyCommand = Command | ReferralCommand | ReviewCommand;

/** A record of any kind as `show` prints it. */
export type RecordView = CaseView | ReferralView | ReviewView;

/** Every task of a record, those that notify somebody first. */
export const tasksOf = (view: RecordView): readonly TaskView[] =>
  view.kind === 'incident' ? [...view.duties, ...view.tasks] : view.tasks;

/** Why an action of the record's own kind is refused, as a sentence; null when it may go on. */
export function judgeRecord(state: AnyState, command: AnyCommand, now: string): string | null {
  switch (state.kind) {
    case 'incident':
      return judge(state, command as Command, now);
    case 'referral':
      return judgeReferral(state, command as ReferralCommand, now);
    case 'review':
      return judgeReview(state, command as ReviewCommand, now);
    default:
      return state satisfies never;
  }
}

/** A record as it stands at a moment. */
export function viewRecord(state: AnyState, now: string): RecordView {
  switch (state.kind) {
    case 'incident':
      return viewCase(state, now);
    case 'referral':
      return viewReferral(state, now);
    case 'review':
      return viewReview(state, now);
    default:
      return state satisfies never;
  }
}
