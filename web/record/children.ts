import type { Answer, CriterionAnswer } from '../../domain/assess';
import { factValueWords, factWords } from '../../domain/case/fact-words';
import type { RecordedFact } from '../../domain/case/state';
import type { CaseView } from '../../domain/case/view';
import { rulebookOf, type Rulebook } from '../../domain/rulebook';
import { momentInWords } from '../../domain/when';
import { dateInWords, strengthWords } from '../../domain/wording';
import { sentence } from '../sentence';

/** Each child with what is known and what follows from it. `name` puts a person's id into words. */
export const childrenShown = (
  { children, facts, rulebook }: Pick<CaseView, 'children' | 'facts' | 'rulebook'>,
  name: (id: string) => string,
) =>
  children.map(({ ref, criteria }) => ({
    ref,
    facts: facts.filter(({ child }) => child === ref).map((fact) => factShown(fact, name)),
    criteria: criteriaShown(criteria, rulebookOf(rulebook)),
  }));

function factShown(recorded: RecordedFact, name: (id: string) => string) {
  const { fact, value, knownAt, recordedAt, by, struckAt } = recorded;
  return {
    fact: sentence(factWords[fact]),
    value: factValueWords(value),
    known: momentInWords(knownAt),
    recorded: `${momentInWords(recordedAt)}, by ${name(by)}`,
    struck: struckAt === null ? null : momentInWords(struckAt),
  };
}

const answers = {
  met: { text: 'Met', classes: 'govuk-tag--red' },
  'not-met': { text: 'Not met', classes: 'govuk-tag--grey' },
  'not-yet-known': { text: 'Don’t know yet', classes: 'govuk-tag--yellow' },
} as const satisfies Record<Answer, { text: string; classes: string }>;

/** Every criterion with its answer, why, on whose authority, and what would change it. */
export const criteriaShown = (criteria: readonly CriterionAnswer[], rulebook: Rulebook) =>
  criteria.map((one) => ({
    words: sentence(rulebook.criteria.find(({ id }) => id === one.id)?.words ?? one.id),
    answer: answers[one.answer],
    because: one.because.join('; '),
    source: `${one.source}. ${strengthWords[one.strength]}`,
    known: one.clockStartsAt === null ? null : momentInWords(one.clockStartsAt),
    missing: one.missing.map((fact) => factWords[fact]).join(', '),
    ifMet: one.ifMet && dateInWords(one.ifMet.dueOn),
  }));
