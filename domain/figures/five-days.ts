import { londonDateOf, type Calendar } from '../calendar';
import { workingDaysLeft } from '../wording';
import type { IncidentFigures, NotificationFigures } from './incident-figures';

/** A notification against its working days. */
export interface TimedNotification extends NotificationFigures {
  readonly reference: string;
  /** Working days from day 0 until it was done, or until now; null: no longer owed, or beyond the calendar. */
  readonly taken: number | null;
}

/** A notification, after the reference of its incident. */
type Referred = readonly [reference: string, notification: NotificationFigures];

/** Every notification of these incidents, of which the authority became aware last first. */
export const notificationsOf = (incidents: readonly IncidentFigures[]): Referred[] =>
  incidents
    .toReversed()
    .flatMap(({ reference, notifications }) =>
      notifications.map((one): Referred => [reference, one]),
    );

/** Each with the working days that it has taken, until now where it is still to be done. */
export function timedNotifications(
  notifications: readonly Referred[],
  { now, calendar }: { readonly now: string; readonly calendar: Calendar },
): TimedNotification[] {
  const today = londonDateOf(now);
  const since = (from: string | null) =>
    from === null ? null : workingDaysLeft(calendar, from, today);
  return notifications.map(([reference, one]) => ({
    ...{ ...one, reference },
    taken: isRunning(one) ? since(one.countedFrom) : one.workingDays,
  }));
}

const isRunning = ({ outcome }: NotificationFigures) =>
  outcome === 'not-done' || outcome === 'late';
