import type { AnyState } from '../domain/records';
import { beginReview } from './activities';
import type { Desk, Take } from './desk';
import type { Follow } from './record-kind';

/** Begins the record that follows from this one, and says so in this one once it has begun. */
export interface Following {
  /** Nothing is still to begin. */
  readonly isDone: boolean;
  /** Begins what is to follow, unless that is under way. */
  start(): void;
}

/** The activity is tried until Temporal has taken the new record: a second time changes nothing. */
export function createFollowing<State extends AnyState>(
  follow: Follow<State> | undefined,
  desk: () => Desk<State>,
  take: Take,
): Following {
  let underWay = false;
  const wanted = () => follow?.(desk().record.state) ?? null;
  const run = async () => {
    for (let next = wanted(); next !== null; next = wanted()) {
      await beginReview(next);
      take({ type: 'followed', now: new Date().toISOString() });
    }
    underWay = false;
  };
  return {
    get isDone() {
      return wanted() === null;
    },
    start() {
      if (underWay || wanted() === null) return;
      underWay = true;
      void run();
    },
  };
}
