import type { Authority } from '../../domain/authority';
import { factors } from '../../domain/review/factors';
import type { ReviewView } from '../../domain/review/view';
import { momentInWords } from '../../domain/when';
import { nameOf } from '../who';

type Decision = ReviewView['decisions'][number];

const words = {
  'local-review': 'A local child safeguarding practice review is held',
  'no-local-review': 'No local child safeguarding practice review is held',
} as const satisfies Record<Decision['decision'], string>;

/** A decision on a local review, with the answer to each factor of regulation 11. */
export function decisionShown(decision: Decision, authority: Authority) {
  const { rationale, dissent, at, recordedBy } = decision;
  return {
    title: words[decision.decision],
    ...{ rationale, dissent },
    recorded: `Decided ${momentInWords(at)}; recorded by ${nameOf(authority, recordedBy)}`,
    factors: (Object.keys(factors) as (keyof typeof factors)[]).map((id) => ({
      words: `(${factors[id].letter}) ${factors[id].words}`,
      answer: decision.factors[id].answer === 'yes' ? 'Yes' : 'No',
      reason: decision.factors[id].reason,
    })),
  };
}
