import { decisionWords } from '../../../domain/case/decision-words';
import { tasksOf } from '../../../domain/records';
import { notFound, page, type Answer } from '../../answer';
import type { RecordVisit } from '../../visit';

/** What follows from what was handed in. */
export function showDone({ record }: RecordVisit): Answer {
  if (record.kind !== 'incident') return notFound;
  const open = tasksOf(record).filter(({ state }) =>
    ['open', 'acknowledged', 'late'].includes(state),
  );
  const waiting = record.proposals.filter(({ state }) => state === 'waiting');
  return page('start/facts/done', { words: decisionWords[record.decision], open, waiting });
}
