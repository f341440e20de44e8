import type { CriterionId } from '../rulebook';
import type { Plan } from '../plan';
import { bringIntoLine, takeAssessment } from './facts';
import { finishOwn, openOwn } from '../record/tasks';
import { withdrawAll } from './own-work';
import { needed } from '../record/needed';
import { markApproved } from '../record/proposals';
import { applyChange, inWords } from './proposals';
import { isUnfinished } from '../record/task-book';
import type { CaseProposal, CaseTurn, NotNotifying } from './state';
import { change, write } from '../record/turn';

/** The second person's yes: what was proposed now happens. */
export function approve(turn: CaseTurn, proposal: CaseProposal, plan: Plan | null): void {
  markApproved(turn, proposal, inWords(proposal.what));
  const { what, reason } = proposal;
  switch (what.kind) {
    case 'change-tasks':
      what.changes.forEach((one) => applyChange(turn, one));
      return;
    case 'change-answer':
      change(turn, { changedAnswers: [...turn.state.changedAnswers, what.change] });
      takeAssessment(turn, needed(plan));
      bringIntoLine(turn, needed(plan), { kind: 'approved', reason });
      return;
    case 'withdraw':
      withdrawAll(turn, needed(plan), reason);
      return;
    case 'not-notifying':
      decideNot(turn, { ...what.decision, reason, proposedBy: proposal.by }, plan);
      return;
    default:
      what satisfies never;
  }
}

/** Not notifying is an outcome like any other: views, dissent, approver, and when to look again. */
function decideNot(
  turn: CaseTurn,
  {
    views,
    dissent,
    lookAgainOn,
    reason,
    proposedBy,
  }: NotNotifying & Record<'reason' | 'proposedBy', string>,
  plan: Plan | null,
): void {
  const said = views.map(({ partner, view }) => `${partner}: ${view}`).join('; ');
  write(turn, 'decided', {
    text: [
      `Decided not to notify: ${reason}. Proposed by ${proposedBy}, approved by ${turn.by}.`,
      said === '' ? 'No partner’s view was given.' : `Partners’ views: ${said}.`,
      dissent === null ? 'No dissent.' : `Dissent: ${dissent}.`,
      'Agencies may still have worked badly together: a practice review referral stays possible.',
    ].join(' '),
  });
  turn.state.tasks
    .filter(
      (task) => isUnfinished(task) && ['confirm-none', 'decide', 'recheck'].includes(task.kind),
    )
    .forEach(({ id }) => finishOwn(turn, id, `decided not to notify: ${reason}`));
  if (lookAgainOn === null) return;
  openOwn(turn, {
    id: 'recheck',
    kind: 'recheck',
    because: `a date to look again was set: ${reason}`,
    clock: needed(plan).clocks.recheck ?? null,
  });
}

/** The criterion that a command names, which judging has found in the rulebook. */
export const asCriterion = (id: string): CriterionId => id as CriterionId;
