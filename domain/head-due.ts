import { londonDateOf, londonInstant } from './london';

const from = '06:00';

/** Whether the register's head is to leave it now: once a day, from six in the morning in London. */
export function isHeadDue(publishedAt: string | null, now: string): boolean {
  const today = londonInstant(londonDateOf(now), from);
  return now >= today && (publishedAt === null || publishedAt < today);
}
