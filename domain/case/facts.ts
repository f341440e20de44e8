import type { KnownFact, Plan } from '../plan';
import { writeAnswers } from './answers';
import type { CommandOf } from './commands';
import { openCorrections, reconcileOwnTasks } from './own-work';
import { lapseProposals } from './proposals';
import { moveDates, reconcileDuties, type Cause } from './reconcile';
import type { RecordedFact, CaseTurn } from './state';
import { change, write } from '../record/turn';

/** Takes a plan's assessment into the record: what is known, what it means, under which edition. */
export function takeAssessment(turn: CaseTurn, plan: Plan): void {
  const { report, becameAwareAt, decision, children, rulebook, calendar } = plan;
  change(turn, { report, becameAwareAt, decision, children, rulebook, calendar });
  writeAnswers(turn, plan);
  if (decision === 'notify') lapseProposals(turn, ['not-notifying'], 'a criterion is met');
  if (decision === 'no-criterion-met') {
    const text = 'No criterion is met for any child. This does not say “do not notify”.';
    write(turn, 'assessed', { text, rule: rulebook, by: 'notifiable' });
  }
}

const isSameFact = (one: KnownFact, other: KnownFact): boolean =>
  one.child === other.child && one.fact === other.fact;

/** Adds the facts that are new or changed. A correction strikes the old ones; they stay visible. */
export function recordFacts(turn: CaseTurn, plan: Plan, isCorrection: boolean): KnownFact[] {
  const standing = turn.state.facts.filter(({ struckAt }) => struckAt === null);
  const changed = plan.facts.filter((fact) => {
    const last = standing.findLast((one) => isSameFact(one, fact));
    return last?.value !== fact.value || last.knownAt !== fact.knownAt;
  });
  const strike = (fact: RecordedFact): RecordedFact =>
    isCorrection && fact.struckAt === null && changed.some((one) => isSameFact(one, fact))
      ? { ...fact, struckAt: turn.now }
      : fact;
  const added = changed.map((fact) => ({
    ...fact,
    recordedAt: turn.now,
    by: turn.by,
    struckAt: null,
  }));
  change(turn, { facts: [...turn.state.facts.map(strike), ...added] });
  return changed;
}

/** New facts: a development happened, a correction mends what was recorded wrongly. */
export function amend(turn: CaseTurn, command: CommandOf<'amend'>, plan: Plan): void {
  const { correction, reason } = command;
  const told = factsTold(turn.state.report) !== factsTold(plan.report);
  const changed = recordFacts(turn, plan, correction);
  for (const { child, fact, value, knownAt } of changed) {
    const text = `Child ${child}: ${fact} is now “${value}”, known since ${knownAt}.`;
    write(turn, correction ? 'corrected' : 'amended', {
      text,
      at: correction ? turn.now : knownAt,
    });
  }
  const why = reason ?? (correction ? 'a correction' : 'the facts developed');
  write(turn, correction ? 'corrected' : 'amended', { text: `The report was changed: ${why}.` });
  takeAssessment(turn, plan);
  const kind = correction ? 'correction' : 'development';
  bringIntoLine(turn, plan, { kind, reason: why });
  const died = changed.some(({ fact, value }) => fact === 'harm' && value === 'died');
  if ((correction && told) || died) openCorrections(turn, plan, why);
}

/** What recipients were told rests on everything but the free text and who handed it in. */
function factsTold(report: unknown): string {
  return JSON.stringify({ ...Object(report), summary: null, reporter: null });
}

/** A newly announced bank holiday moves the open dates, and says so. */
export function redate(turn: CaseTurn, command: CommandOf<'redate'>, plan: Plan): void {
  const reason = `${command.reason} (calendar of bank holidays ${plan.calendar})`;
  change(turn, { calendar: plan.calendar });
  reconcileDuties(turn, plan, { kind: 'calendar', reason });
}

/** The same without anybody asking: no task begins, ends or changes hands, and nothing is proposed. */
export function followCalendar(turn: CaseTurn, plan: Plan): void {
  const reason = `the calendar of bank holidays ${plan.calendar} replaced ${turn.state.calendar}`;
  change(turn, { calendar: plan.calendar });
  moveDates(turn, plan, { kind: 'calendar', reason });
}

export function bringIntoLine(turn: CaseTurn, plan: Plan, cause: Cause): void {
  reconcileDuties(turn, plan, cause);
  reconcileOwnTasks(turn, plan);
}
