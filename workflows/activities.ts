import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/activities';

const patient = {
  initialInterval: '1s',
  backoffCoefficient: 2,
  maximumInterval: '5 minutes',
} as const;

/** Quick and local: no clock of the server's, no outward traffic. */
export const { plan, assessReferral, dates, chases } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: patient,
});

/** Mail may be slow or down for days: tried until taken. */
export const { tell } = proxyActivities<Activities>({
  startToCloseTimeout: '50 seconds',
  heartbeatTimeout: '40 seconds',
  retry: patient,
});

/** Temporal itself may be slow: tried until it has taken the new record. */
export const { beginReview } = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: patient,
});

/** The recorder may be down for days: tried until it has taken the lines. */
export const { record } = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: patient,
});

/** Thousands of records take minutes; the next sweep goes on where this one could not. */
export const { sweepRecords } = proxyActivities<Activities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
  retry: { ...patient, maximumAttempts: 3 },
});

/** A file and a mail; what fails waits for the next sweep. */
export const { publishDailyHead } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { ...patient, maximumAttempts: 3 },
});
