import { proxySinks, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';

/** What workflow code does while it is replayed. */
export interface WatchSinks extends Sinks {
  watch: {
    timer(durationMs: number): void;
    /** The record that a run ended with, or went on with. */
    ended(record: unknown): void;
  };
}

const { watch } = proxySinks<WatchSinks>();

/** Loaded into the workflow's bundle: reports every timer and the end of the run. */
export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      async execute(input, next) {
        const record = await next(input);
        watch.ended(record);
        return record;
      },
    },
  ],
  outbound: [
    {
      startTimer(input, next) {
        watch.timer(input.durationMs);
        return next(input);
      },
      continueAsNew(input, next) {
        watch.ended(input.args[0]);
        return next(input);
      },
    },
  ],
});
