import type { CaseProposed } from '../../domain/case/state';
import { rulebookOf } from '../../domain/rulebook';
import { momentInWords } from '../../domain/when';
import type { RecordView } from '../../domain/records';
import type { RecordVisit } from '../visit';
import { mayAct } from '../may-act';
import { nameOf } from '../who';

type Proposal = RecordView['proposals'][number];

/** What waits for a second person, and whether this one may give the yes. */
export const proposalsShown = (visit: RecordVisit) =>
  visit.record.proposals
    .filter(({ state }) => state === 'waiting')
    .map((one) => ({
      id: one.id,
      words: proposedWords(one, visit.record),
      reason: one.reason,
      by: nameOf(visit.authority, one.by),
      at: momentInWords(one.at),
      ...approval(one, visit),
    }));

/** Where to approve it, or why this person cannot. */
export function approval(
  { id, by }: Pick<Proposal, 'id' | 'by'>,
  { record, person }: Pick<RecordVisit, 'record' | 'person'>,
): { readonly href: string } | { readonly whyNot: string } {
  if (by === person.id) return { whyNot: 'You proposed this: a second person must approve it.' };
  if (!mayAct(record.kind, 'approve', person)) {
    return { whyNot: 'It takes a manager or the director to approve it.' };
  }
  return { href: `/records/${record.reference}/act/approve?proposal=${id}` };
}

/** What a yes would bring about; a criterion in its own words. */
export function proposedWords(
  { what, words }: Pick<Proposal, 'what' | 'words'>,
  { rulebook }: Pick<RecordView, 'rulebook'>,
): string {
  const proposed = what as CaseProposed;
  if (proposed.kind !== 'change-answer') return words;
  const { child, criterion, answer } = proposed.change;
  const rule = rulebookOf(rulebook).criteria.find(({ id }) => id === criterion)?.words ?? criterion;
  const then = answer === 'met' ? 'met' : 'not met';
  return `for child ${child}, the criterion “${rule}” would be answered “${then}”`;
}
