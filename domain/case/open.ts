import type { Plan } from '../plan';
import { bringIntoLine, recordFacts, takeAssessment } from './facts';
import { comparisonInWords, type Comparison } from './duplicates';
import type { CaseState, CaseTurn } from './state';
import { finishTurn, type Stepped } from '../record/machine';
import { beginTurn, write } from '../record/turn';

/** Who handed an incident in, and what came of looking for likely duplicates before. */
export interface HandedIn {
  /** A person's id, or `notifiable`. */
  readonly by: string;
  /** Absent: there were none. */
  readonly comparison?: Comparison;
}

/** Starts an incident record from its plan. */
export function openCase(
  reference: string,
  plan: Plan,
  { by, comparison }: HandedIn,
): Stepped<CaseState> {
  const { now, becameAwareAt, rulebook, calendar, decision, report } = plan;
  const state: CaseState = {
    kind: 'incident',
    reference,
    status: 'open',
    rulebook,
    calendar,
    report,
    becameAwareAt,
    decision,
    children: [],
    facts: [],
    changedAnswers: [],
    links: [],
    tasks: [],
    proposals: [],
    nextEntry: 1,
    nextBatch: 1,
  };
  const turn = beginTurn(state, now, by);
  write(turn, 'aware', { text: 'The authority became aware of the incident.', at: becameAwareAt });
  write(turn, 'started', {
    text: `The incident was handed in. It is judged by the rulebook ${rulebook}, calendar ${calendar}.`,
  });
  if (comparison) writeComparison(turn, comparison);
  recordFacts(turn, plan, false);
  takeAssessment(turn, plan);
  bringIntoLine(turn, plan, { kind: 'development', reason: 'the incident was handed in' });
  return finishTurn(turn);
}

function writeComparison(turn: CaseTurn, comparison: Comparison): void {
  const text = comparisonInWords(comparison, turn.by);
  if ('likely' in comparison) write(turn, 'not-a-duplicate', { text });
  else write(turn, 'not-compared', { text, by: 'notifiable' });
}
