import { londonDateOf, type Calendar } from '../calendar';
import { workingDaysLeft } from '../wording';
import type { IncidentFigures, NotificationFigures } from './incident-figures';

/** A notification against its working days. */
export interface TimedNotification extends NotificationFigures {
  readonly reference: string;
  /** Working days from day 0 until it was done, or until now; null: no longer owed, or beyond the calendar. */
  readonly taken: number | null;
}

/** Every notification of these incidents, of which the authority became aware last first. */
export const notificationsOf = (
  incidents: readonly IncidentFigures[],
): Omit<TimedNotification, 'taken'>[] =>
  incidents
    .toReversed()
    .flatMap(({ reference, notifications }) => notifications.map((one) => ({ ...one, reference })));

/** Each with the working days that it has taken, which are counted one by one: of a page, not of all. */
export function timedNotifications(
  notifications: readonly Omit<TimedNotification, 'taken'>[],
  { now, calendar }: { readonly now: string; readonly calendar: Calendar },
): TimedNotification[] {
  const today = londonDateOf(now);
  const since = (from: string | null) =>
    from === null ? null : workingDaysLeft(calendar, from, today);
  return notifications.map((one) => ({
    ...one,
    taken: isRunning(one) ? since(one.countedFrom) : one.workingDays,
  }));
}

const isRunning = ({ outcome }: NotificationFigures) =>
  outcome === 'not-done' || outcome === 'late';
