import { page, type Answer } from '../answer';
import { actionsOnRecord, saidOf } from '../actions/table';
import { shownReferral } from '../referrals/referral';
import { shownReview } from '../reviews/review';
import { textOf, type RecordVisit } from '../visit';
import { shownIncident } from './incident';

/** One record as it stands now: each kind shows what it is made of. */
export async function showRecord(visit: RecordVisit): Promise<Answer> {
  const said = saidOf(textOf(visit.query, 'said'), visit.record.kind);
  const { view, shown } = await ofItsKind(visit);
  return page(view, { actions: actionsOnRecord(visit), said, ...shown });
}

async function ofItsKind(
  visit: RecordVisit,
): Promise<{ readonly view: string; readonly shown: object }> {
  const { record } = visit;
  switch (record.kind) {
    case 'incident':
      return { view: 'record/incident', shown: await shownIncident(visit, record) };
    case 'referral':
      return { view: 'referrals/referral', shown: shownReferral(visit, record) };
    case 'review':
      return { view: 'reviews/review', shown: shownReview(visit, record) };
    default:
      return record satisfies never;
  }
}
