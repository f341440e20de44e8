import { writeAnswers } from '../case/answers';
import type { Dates } from '../dates';
import { openOf } from '../record/task-book';
import { cancelTask, finishOwn, openDated } from '../record/tasks';
import { change, write } from '../record/turn';
import { flagsOf, type Flag } from './flags';
import type { ReferralFacts } from './plan';
import { decisionOf, meetsCriteria, type ReferralState, type ReferralTurn } from './state';

/** Takes a form into the record: what it says, what that means, and what it calls for at once. */
export function takeFacts(
  turn: ReferralTurn,
  { facts, dates, reason }: { facts: ReferralFacts; dates: Dates; reason: string | null },
): void {
  const { form, receivedOn, children, notJudged } = facts;
  const before = turn.state;
  const { receivedAt } = form;
  change(turn, { form, receivedAt, receivedOn, children, notJudged });
  if (!isSame(before.children, children)) writeAnswers(turn, turn.state);
  reconcileConcern(turn, { dates, before });
  reconcileStart(turn, dates, reason);
}

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Raising the concern comes before anything else; a concern that was raised needs no task. */
function reconcileConcern(
  turn: ReferralTurn,
  { dates, before }: { dates: Dates; before: ReferralState },
): void {
  const { concernRaised, concernReference } = turn.state.form;
  const open = openOf(turn.state, 'raise-concern');
  if (concernRaised === 'yes') {
    open.forEach(({ id }) => finishOwn(turn, id, `raised already: ${concernReference ?? ''}`));
    return;
  }
  const wasAsked = turn.state.tasks.some(({ kind }) => kind === 'raise-concern');
  if (open.length > 0 || (wasAsked && before.form.concernRaised !== 'yes')) return;
  const because =
    concernRaised === 'no'
      ? 'the referral says that no safeguarding concern was raised'
      : 'the referral does not say whether a safeguarding concern was raised';
  openDated(turn, { id: 'raise-concern', kind: 'raise-concern', because }, dates);
}

/**
 * Starting the incident waits for nothing here: it is asked as soon as facts meet a criterion or the
 * partners decide so. Where neither holds any more it is ended, but only with somebody's reason.
 */
export function reconcileStart(turn: ReferralTurn, dates: Dates, reason: string | null): void {
  const { state } = turn;
  const [open] = openOf(state, 'start-incident');
  const isDecided = decisionOf(state)?.outcome === 'meets-the-criteria';
  const isWanted = state.incident === null && (meetsCriteria(state) || isDecided);
  if (isWanted && !open) {
    const because = meetsCriteria(state)
      ? 'the facts meet a criterion for a notification'
      : 'the partners decided that the criteria are met';
    openDated(turn, { id: 'start-incident', kind: 'start-incident', because }, dates);
  }
  if (!isWanted && open && reason !== null) {
    const because = `neither the facts nor a decision say any more that the criteria are met: ${reason}`;
    cancelTask(turn, open.id, { because });
  }
}

/** The flags that are new, or that say something else than before. */
export function writeFlags(turn: ReferralTurn, before: readonly Flag[]): void {
  const known = new Set(before.map(({ words }) => words));
  for (const { words, source } of flagsOf(turn.state)) {
    if (known.has(words)) continue;
    write(turn, 'assessed', { text: words, rule: source, by: 'notifiable' });
  }
}
