import { reviewSections } from '../../domain/review/sections';
import type { ReviewView } from '../../domain/review/view';

/** What the board of a review shows. */
export const shownReview = (view: ReviewView) => ({
  sections: reviewSections(view),
});
