import type { RecordView } from '../domain/records';
import { referralSections } from '../domain/referral/sections';
import { reviewSections } from '../domain/review/sections';
import { rulebookOf } from '../domain/rulebook';
import { momentInWords } from '../domain/when';
import { childLines, footer } from './assessment-text';
import { incidentLines } from './incident-text';
import { section, sectionLines } from './section';
import { taskLines } from './task-text';

/** What `show` prints for a person. */
export function recordText(view: RecordView): string {
  const rulebook = rulebookOf(view.rulebook);
  return [
    `${view.reference}: ${view.status}`,
    ...linesOf(view),
    ...section('Proposals', view.proposals.map(proposalLine)),
    '',
    ...footer(rulebook),
  ].join('\n');
}

function linesOf(view: RecordView): string[] {
  switch (view.kind) {
    case 'incident':
      return incidentLines(view);
    case 'referral': {
      const rulebook = rulebookOf(view.rulebook);
      const children = view.children.flatMap((child) => childLines(child, rulebook));
      return [...referralSections(view).flatMap(sectionLines), ...children, ...taskSection(view)];
    }
    case 'review':
      return [...reviewSections(view).flatMap(sectionLines), ...taskSection(view)];
    default:
      return view satisfies never;
  }
}

const taskSection = ({ tasks }: Pick<RecordView, 'tasks'>): string[] =>
  section('Tasks', tasks.flatMap(taskLines));

function proposalLine({ id, by, at, reason, words, state }: RecordView['proposals'][number]) {
  return `  ${id} (${state}) by ${by}, ${momentInWords(at)}: ${words}. Reason: ${reason}`;
}
