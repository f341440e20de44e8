import type { ChildAssessment } from '../assess';
import { write, type AnyTurn } from '../record/turn';

interface Assessment {
  readonly children: readonly ChildAssessment[];
  readonly rulebook: string;
}

/** A line of history for every criterion that is met or not yet known. */
export function writeAnswers(turn: AnyTurn, { children, rulebook }: Assessment): void {
  for (const { ref, criteria } of children) {
    for (const { id, answer, because, source } of criteria.filter(
      ({ answer }) => answer !== 'not-met',
    )) {
      const words = answer === 'met' ? 'met' : 'not yet known';
      write(turn, 'assessed', {
        text: `Child ${ref}: ${id} is ${words}: ${because.join('; ')}.`,
        rule: `${rulebook}: ${source}`,
        by: 'notifiable',
      });
    }
  }
}
