import type { AnyState } from '../domain/records';
import { record } from './activities';
import type { Desk } from './desk';

/** Lines wait here until they are worth a round trip, and never hold up telling. */
export interface Recording {
  readonly isDone: boolean;
  /** Instant, UTC, by which the lines that wait are to be handed over; null: none waits for that. */
  readonly dueAt: string | null;
  /** Hands over what waits, unless that is under way: then it follows. */
  start(): void;
}

/** Lines that come within this of one another go together: each hand-over costs a round trip. */
const gatherMs = 2_000;

/**
 * Hands every line of history to the recorder, in order, by an activity that is tried until the
 * recorder has taken them. Never a local activity: a line is handed over once Temporal holds what
 * it says, so that nothing is on record that a crash has undone.
 */
export function createRecording(desk: () => Desk<AnyState>): Recording {
  let underWay = false;
  const waiting = () => (desk().isOpen ? desk().record.unrecorded : []);
  const run = async () => {
    for (let entries = waiting(); entries.length > 0; entries = waiting()) {
      await record({ entries, state: desk().record.state });
      const last = entries.at(-1)?.number ?? 0;
      desk().change({ unrecorded: waiting().filter(({ number }) => number > last) });
    }
    underWay = false;
  };
  return {
    get isDone() {
      return waiting().length === 0;
    },
    get dueAt() {
      const [first] = waiting();
      if (underWay || !first) return null;
      return new Date(Date.parse(first.recordedAt) + gatherMs).toISOString();
    },
    start() {
      if (underWay) return;
      underWay = true;
      void run();
    },
  };
}
