import { englandAndWales } from '../../../domain/bank-holidays';
import type { ReviewState } from '../../../domain/review/state';
import { DrivenReview } from '../drive-review';
import { chanceOf, minutesAfter, type Chance } from './chance';
import { announceHoliday, finish } from './whole-life';
import { nextToFinish, randomCommand } from './review-acts';
import { watchReview } from './review-invariants';

/** One review from the notification to its end, checked after every step. Throws at a fault. */
export function liveThroughReview(seed: number): DrivenReview {
  const chance = chanceOf(seed);
  const notifiedAt = minutesAfter('2026-01-05T00:00:00.000Z', chance.below(300 * 1440));
  const now = minutesAfter(notifiedAt, chance.percent(70) ? 0 : chance.below(20 * 1440));
  const check = watchReview();
  let before: ReviewState | null = null;
  const driven = new DrivenReview(notifiedAt, now, {
    calendar: englandAndWales,
    authority: { targets: chance.percent(20) ? { 'progress-check': 5 } : {} },
    watch: (after, event) => {
      check({ before, after, event, now: event?.now ?? now });
      before = after.state;
    },
  });
  for (let acts = 4 + chance.below(20); acts > 0; acts -= 1) {
    passTime(chance, driven);
    driven.send(randomCommand(chance, driven));
    if (chance.percent(2)) announceHoliday(driven);
  }
  finish(driven, nextToFinish);
  return driven;
}

/** Mostly the record wakes at each of its moments; at times no worker is there. */
function passTime(chance: Chance, driven: DrivenReview): void {
  const days = chance.oneOf([1, 3, 10, 40]);
  const until = minutesAfter(driven.now, chance.below(days * 1440));
  if (chance.percent(80)) driven.until(until);
  else driven.now = until;
}
