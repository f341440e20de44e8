import type { ReviewToBegin } from '../domain/case/rapid-review';
import type { Dates } from '../domain/dates';
import { permissions } from '../domain/permissions';
import { redateRequest } from '../domain/record/redate';
import type { ReviewCommand } from '../domain/review/commands';
import { judgeReview } from '../domain/review/judge';
import { openingDates, openReview } from '../domain/review/open';
import { datesFor } from '../domain/review/planning';
import type { ReviewState } from '../domain/review/state';
import { stepReview } from '../domain/review/step';
import { dates } from './activities';
import { keepRecord } from './keep-record';
import type { KeptRecord, RunInput } from './messages';
import { notBefore } from './not-before';
import { planRefused } from './plan-refused';
import { prepareDates } from './prepare-dates';
import type { RecordKind } from './record-kind';

/** A rapid review, from the notification to the Panel, and the local review that may follow it. */
export function review(input: RunInput<ReviewState>): Promise<KeptRecord<ReviewState>> {
  return keepRecord(reviews, input);
}

const reviews: RecordKind<ReviewState, ReviewCommand, Dates> = {
  commandNames: Object.keys(permissions.review),
  judge: judgeReview,
  step: stepReview,
  async open({ reference, report, by }) {
    const toBegin = report as Omit<ReviewToBegin, 'reference'>;
    const found = await dates(openingDates(toBegin, notBefore(toBegin.notifiedAt)));
    if (!found.ok) throw planRefused(found.problems);
    const { plan, partners, hasSearchAttributes } = found;
    return {
      first: openReview({ reference, ...toBegin, partners }, plan, by),
      hasSearchAttributes,
    };
  },
  prepare: (state, command, now) => prepareDates(datesFor(state, command, now)),
  prepareRedate: (state, now) => prepareDates(redateRequest(state, now)),
};
