import { moveClock } from '../record/tasks';
import { isUnfinished } from '../record/task-book';
import { changeTask, write } from '../record/turn';
import type { ReferralCommandOf } from './commands';
import { isSame, takeFacts, writeFlags } from './facts';
import { flagsOf } from './flags';
import type { ReferralForm } from './form';
import type { ReferralPlan } from './plan';
import type { ReferralTurn } from './state';

/** New answers: the facts are judged again, and what they now call for is opened at once. */
export function amend(
  turn: ReferralTurn,
  { correction, reason }: ReferralCommandOf<'amend'>,
  plan: ReferralPlan,
): void {
  const { facts } = plan;
  if (!facts) throw new Error('An amendment needs the form as it is now');
  const before = turn.state;
  const flags = flagsOf(before);
  const changed = changedIn(before.form, facts.form);
  const what = changed.length > 0 ? changed.join(', ') : 'nothing';
  const text = `Changed: ${what}. ${reason ?? 'No reason was written.'}`;
  write(turn, correction ? 'corrected' : 'amended', { text });
  takeFacts(turn, { facts, dates: plan, reason });
  moveFromReceipt(turn, plan);
  writeFlags(turn, flags);
}

function changedIn(before: ReferralForm, after: ReferralForm): string[] {
  const keys = Object.keys(after) as (keyof ReferralForm)[];
  return keys.filter((key) => !isSame(before[key], after[key]));
}

/** A corrected receipt moves what counts from it; what was late stays so in the history. */
function moveFromReceipt(turn: ReferralTurn, { tasks }: ReferralPlan): void {
  const why = 'the moment of the receipt was corrected';
  for (const [id, { clock, due }] of Object.entries(tasks)) {
    const task = turn.state.tasks.find((one) => one.id === id && isUnfinished(one));
    if (!task?.clock || clock.startsAt !== turn.state.receivedAt) continue;
    moveClock(turn, id, { clock, why });
    changeTask(turn, id, { due });
  }
}
