import type { Settings } from '../settings';
import { temporalTarget } from '../temporal/connection';
import { sweepId, workflowIdOf } from '../temporal/names';

/** Addresses of Temporal's own pages. */
export interface TemporalPages {
  readonly workflows: string;
  /** What looks after the records every ten minutes. */
  readonly sweep: string;
  readonly workflowOf: (reference: string) => string;
}

/** Null: nobody has said where they are, or this machine's own server does not run. */
export function temporalPages(settings: Settings): TemporalPages | null {
  const { temporalUi, temporal } = settings;
  if (temporalUi === null || (temporal.embedded && temporal.address === null)) return null;
  const name = temporalTarget(settings).namespace;
  const namespace = `${temporalUi}/namespaces/${encodeURIComponent(name)}`;
  return {
    workflows: `${namespace}/workflows`,
    sweep: `${namespace}/schedules/${encodeURIComponent(sweepId)}`,
    workflowOf: (reference) =>
      `${namespace}/workflows/${encodeURIComponent(workflowIdOf(reference))}`,
  };
}
