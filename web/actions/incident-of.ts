import type { CaseView } from '../../domain/case/view';
import type { RecordView } from '../../domain/records';

/** The record where it is an incident's; null: it is of another kind. */
export const incidentOf = (record: RecordView): CaseView | null =>
  record.kind === 'incident' ? record : null;
