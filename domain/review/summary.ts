import type { ReviewState } from './state';

/** Where a review stands, as lists say it. */
export function decisionOn({ status, decisions, publication }: ReviewState) {
  if (status === 'withdrawn') return 'outside-the-criteria';
  if (publication !== null && publication.publishedOn !== null) return 'published';
  if (publication !== null && publication.withheld !== null) return 'not-published';
  return decisions.at(-1)?.decision ?? 'undecided';
}

/** What the register's list holds of a review beside its tasks; nothing about a child is in it. */
export const aboutReview = (state: ReviewState) => ({
  decision: decisionOn(state),
  /** Instant, UTC: when the Panel was notified, from which its days count. */
  becameAwareAt: state.notifiedAt,
  localCaseIds: [] as readonly string[],
  occurredOn: null,
  place: null,
  area: null,
});
