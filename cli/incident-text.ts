import { factValueWords, factWords } from '../domain/case/fact-words';
import type { RecordedFact } from '../domain/case/state';
import type { CaseView } from '../domain/case/view';
import { rulebookOf } from '../domain/rulebook';
import { momentInWords } from '../domain/when';
import { childLines } from './assessment-text';
import { aroundSections } from '../domain/around/sections';
import { englandAndWales } from '../domain/bank-holidays';
import { section, sectionLines } from './section';
import { taskLines } from './task-text';

/** What `show` prints of an incident. */
export function incidentLines(view: CaseView): string[] {
  const rulebook = rulebookOf(view.rulebook);
  return [
    `The authority became aware: ${momentInWords(view.becameAwareAt)}`,
    ...linkLines(view),
    ...reviewLines(view),
    '',
    'Facts',
    ...view.facts.map(factLine),
    ...view.children.flatMap((child) => childLines(child, rulebook)),
    ...section('Who must be told', view.duties.flatMap(taskLines)),
    ...section('Your own tasks', view.tasks.flatMap(taskLines)),
    ...aroundSections(view, englandAndWales).flatMap(sectionLines),
  ];
}

function reviewLines({ review }: CaseView): string[] {
  if (!review) return [];
  const since = review.isBegun ? '' : ' (about to begin)';
  return [`Rapid review: ${review.reference}${since}`];
}

function linkLines({ linked, becameAwareAt, earliestAwareAt }: CaseView): string[] {
  const lines = linked.map(
    (other) =>
      `The same incident as ${other.reference}, which says: aware ${momentInWords(other.becameAwareAt)}`,
  );
  if (earliestAwareAt === becameAwareAt) return lines;
  return [...lines, `The authority first knew: ${momentInWords(earliestAwareAt)}`];
}

function factLine({ child, fact, value, knownAt, struckAt, by }: RecordedFact): string {
  const struck = struckAt === null ? '' : `; struck out ${momentInWords(struckAt)}`;
  return `  Child ${child}, ${factWords[fact]}: ${factValueWords(value)} (known ${momentInWords(knownAt)}, by ${by}${struck})`;
}
