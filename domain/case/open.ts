import type { Plan } from '../plan';
import { bringIntoLine, recordFacts, takeAssessment } from './facts';
import type { CaseState } from './state';
import { finishTurn, type Stepped } from './machine';
import { beginTurn, write } from './turn';

/** Starts an incident record from its plan. `by` is a person's id, or `notifiable`. */
export function openCase(reference: string, plan: Plan, by: string): Stepped {
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
  recordFacts(turn, plan, false);
  takeAssessment(turn, plan);
  bringIntoLine(turn, plan, { kind: 'development', reason: 'the incident was handed in' });
  return finishTurn(turn);
}
