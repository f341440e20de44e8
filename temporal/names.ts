/** The one task queue: every worker does all of the work. */
export const taskQueue = 'notifiable';

/** A workflow's id is made from the reference alone: nothing personal is in it. */
export const incidentId = (reference: string): string => `incident/${reference}`;
