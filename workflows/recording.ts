import { condition } from '@temporalio/workflow';
import { recordPatiently, recordQuickly } from './activities';
import type { Desk } from './desk';

/** Lines wait here until they are worth a round trip of their own, and never hold up telling. */
export interface Recording {
  readonly isDone: boolean;
}

/**
 * Hands every line of history to the recorder, in order. A quick attempt first, in the workflow
 * task at hand; where that fails, an activity that is tried until the recorder answers again.
 */
export function startRecording(desk: Desk): Recording {
  const waiting = () => (desk.isOpen ? desk.record.unrecorded : []);
  const run = async () => {
    for (;;) {
      await condition(() => waiting().length > 0);
      const entries = waiting();
      const request = { reference: desk.record.state.reference, entries };
      await recordQuickly(request).catch(() => recordPatiently(request));
      const last = entries.at(-1)?.number ?? 0;
      desk.change({ unrecorded: waiting().filter(({ number }) => number > last) });
    }
  };
  void run();
  return {
    get isDone() {
      return waiting().length === 0;
    },
  };
}
