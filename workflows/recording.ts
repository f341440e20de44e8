import { recordPatiently, recordQuickly } from './activities';
import type { AnyState } from '../domain/records';
import type { Desk } from './desk';

/** Lines wait here until they are worth a round trip of their own, and never hold up telling. */
export interface Recording {
  readonly isDone: boolean;
  /** Hands over what waits, unless that is under way: then it follows. */
  start(): void;
}

/**
 * Hands every line of history to the recorder, in order. A quick attempt first, in the workflow
 * task at hand; where that fails, an activity that is tried until the recorder answers again.
 */
export function createRecording(desk: () => Desk<AnyState>): Recording {
  let underWay = false;
  const waiting = () => (desk().isOpen ? desk().record.unrecorded : []);
  const run = async () => {
    for (let entries = waiting(); entries.length > 0; entries = waiting()) {
      const request = { entries, state: desk().record.state };
      await recordQuickly(request).catch(() => recordPatiently(request));
      const last = entries.at(-1)?.number ?? 0;
      desk().change({ unrecorded: waiting().filter(({ number }) => number > last) });
    }
    underWay = false;
  };
  return {
    get isDone() {
      return waiting().length === 0;
    },
    start() {
      if (underWay) return;
      underWay = true;
      void run();
    },
  };
}
