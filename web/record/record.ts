import type { RecordView } from '../../domain/records';
import { page, type Answer } from '../answer';
import { actionsFor } from '../actions/table';
import { shownReferral } from '../referrals/referral';
import { shownReview } from '../reviews/review';
import { textOf, type RecordVisit } from '../visit';

/** One record as it stands now: each kind shows what it is made of. */
export function showRecord(visit: RecordVisit): Answer {
  const actions = actionsFor(visit);
  const said = actions.find(({ name }) => name === textOf(visit.query, 'said'));
  const { view, shown } = ofItsKind(visit.record);
  return page(view, { actions, said, ...shown });
}

function ofItsKind(record: RecordView): { readonly view: string; readonly shown: object } {
  switch (record.kind) {
    case 'incident':
      return { view: 'record/record', shown: {} };
    case 'referral':
      return { view: 'referrals/referral', shown: shownReferral(record) };
    case 'review':
      return { view: 'reviews/review', shown: shownReview(record) };
    default:
      return record satisfies never;
  }
}
