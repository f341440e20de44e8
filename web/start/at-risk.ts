import { page, type Answer } from '../answer';
import type { PublicVisit } from '../pipeline';

/** Whom to ring now: for everybody, signed in or not, and on paper. */
export const showWhoToRing = ({ authority }: PublicVisit): Answer =>
  page('start/at-risk', { authority });
