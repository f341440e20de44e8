import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import type { NoticeBatch } from '../domain/notice';
import { tell } from './activities';
import type { AnyDesk, Take } from './desk';

/** Sends every batch by itself: mail to one person that waits never holds up another's. */
export interface Telling {
  readonly send: (batch: NoticeBatch) => void;
  /**
   * Gives what is under way a minute, then stops it: what was not sent stays in the outbox. Stops
   * nothing where the run goes on after all, because somebody acted in that minute.
   */
  readonly finish: (isEnding: () => boolean) => Promise<void>;
}

export function createTelling(desk: () => AnyDesk, take: Take): Telling {
  const underWay = new Set<CancellationScope>();
  const deliver = async (batch: NoticeBatch) => {
    const deliveries = await tell(batch);
    const now = new Date().toISOString();
    const event = { type: 'told', now, batch: batch.id, deliveries } as const;
    take(event);
    const outbox = desk().record.outbox.filter(({ id }) => id !== batch.id);
    desk().change({ outbox });
  };
  return {
    send(batch) {
      const scope = new CancellationScope();
      underWay.add(scope);
      void scope
        .run(() => deliver(batch))
        .catch((error: unknown) => {
          if (!isCancellation(error)) throw error;
        })
        .finally(() => underWay.delete(scope));
    },
    async finish(isEnding) {
      const isSent = () => underWay.size === 0;
      if (!isSent()) await condition(() => isSent() || !isEnding(), '1 minute');
      if (!isEnding()) return;
      underWay.forEach((scope) => {
        scope.cancel();
      });
    },
  };
}
