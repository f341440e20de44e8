import { comparisonInWords } from '../case/duplicates';
import type { Dates } from '../dates';
import { finishTurn, type Stepped } from '../record/machine';
import { openDated } from '../record/tasks';
import { beginTurn, taskOf, tell, write } from '../record/turn';
import { takeFacts, writeFlags } from './facts';
import type { ReferralFacts } from './plan';
import { viewTask } from './planning';
import type { ReferralComparison, ReferralState, ReferralTurn } from './state';
import { unansweredIn } from './unanswered';

export { openingDates } from './planning';

/** Who handed a referral in, and what came of looking for likely duplicates before. */
export interface ReferralHandedIn {
  /** A person's id, or `notifiable`. */
  readonly by: string;
  /** Absent: there were none. */
  readonly comparison?: ReferralComparison;
}

/** Starts a referral from its facts and the dates that `openingDates` asked for. */
export function openReferral(
  reference: string,
  { facts, dates }: { facts: ReferralFacts; dates: Dates },
  { by, comparison }: ReferralHandedIn,
): Stepped<ReferralState> {
  const turn = beginTurn(emptyReferral(reference, facts, dates), dates.now, by);
  writeStart(turn);
  writeComparison(turn, comparison);
  takeFacts(turn, { facts, dates, reason: null });
  openTasks(turn, dates);
  writeFlags(turn, []);
  const open = unansweredIn(facts.form).map(({ ask }) => ask);
  if (open.length > 0) {
    const text = `Not answered yet, which holds up nothing: ${open.join(' ')}`;
    write(turn, 'assessed', { text, by: 'notifiable' });
  }
  return finishTurn(turn);
}

function emptyReferral(reference: string, facts: ReferralFacts, dates: Dates): ReferralState {
  const { form, receivedOn, notJudged, rulebook, partners } = facts;
  return {
    kind: 'referral',
    reference,
    status: 'open',
    rulebook,
    calendar: dates.calendar,
    form,
    receivedAt: form.receivedAt,
    receivedOn,
    children: [],
    notJudged,
    partners,
    comparison: null,
    views: [],
    decisions: [],
    incident: null,
    tasks: [],
    proposals: [],
    nextEntry: 1,
    nextBatch: 1,
  };
}

function writeStart(turn: ReferralTurn): void {
  const { form, receivedAt, rulebook, calendar } = turn.state;
  const { kind, internalReview, concernReference } = form;
  const reference = internalReview?.reference ?? 'none';
  const received =
    kind === 'referral'
      ? 'The Partnership Business Manager received a practice review referral.'
      : 'An agency considered the case under this procedure, and does not refer it. Reference of ' +
        `its own review: ${reference}.`;
  write(turn, 'started', { text: received, at: receivedAt });
  const text = `It was handed in. Its facts are judged by the rulebook ${rulebook}, calendar ${calendar}.`;
  write(turn, 'started', { text });
  if (concernReference === null) return;
  write(turn, 'started', { text: `A safeguarding concern has been raised: ${concernReference}.` });
}

function writeComparison(turn: ReferralTurn, comparison: ReferralComparison | undefined): void {
  if (!comparison) return;
  const { state } = turn;
  turn.state = { ...state, comparison };
  if ('likely' in comparison && comparison.reason === null) return;
  const kind = 'likely' in comparison ? 'not-a-duplicate' : 'not-compared';
  write(turn, kind, { text: comparisonInWords(comparison, turn.by) });
}

/** What the partnership does with it; a case that is only recorded is acknowledged, and no more. */
function openTasks(turn: ReferralTurn, dates: Dates): void {
  const because = 'a referral was received';
  const { form, partners } = turn.state;
  openDated(turn, { id: 'acknowledge-referral', kind: 'acknowledge-referral', because }, dates);
  if (form.kind === 'considered-not-referring') return;
  openDated(turn, { id: 'check-referral', kind: 'check-referral', because }, dates);
  for (const partner of partners) {
    const title = `Record the partner’s view: ${partner}`;
    const wanted = { id: viewTask(partner), kind: 'partner-view', title, because } as const;
    const task = taskOf(turn, openDated(turn, wanted, dates));
    tell(turn, 'view-wanted', { task, to: [`partner:${partner}`] });
  }
  openDated(turn, { id: 'decide-referral', kind: 'decide-referral', because }, dates);
}
