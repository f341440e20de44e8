import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import type { Mailing } from '../domain/notice';
import { tell } from './activities';
import type { AnyDesk, Take } from './desk';

/** Sends every batch by itself: mail to one person that waits never holds up another's. */
export interface Telling {
  readonly send: (mailing: Mailing) => void;
  /** Goes on with what an earlier run stopped sending, perhaps in the middle. */
  readonly sendOn: (mailing: Mailing) => void;
  /**
   * Gives what is under way a minute, then stops it: what was not sent stays in the outbox. Stops
   * nothing where the run goes on after all, because somebody acted in that minute.
   */
  readonly finish: (isEnding: () => boolean) => Promise<void>;
}

export function createTelling(desk: () => AnyDesk, take: Take): Telling {
  const underWay = new Set<CancellationScope>();
  const deliver = async (mailing: Mailing): Promise<void> => {
    const answered = await tell(mailing);
    const now = new Date().toISOString();
    take({ type: 'told', now, batch: mailing, deliveries: answered });
    const others = desk().record.outbox.filter(({ id }) => id !== mailing.id);
    if (!answered.some(({ outcome }) => outcome === 'waiting')) {
      desk().change({ outbox: others });
      return;
    }
    const rest = { ...mailing, deliveries: answered, interrupted: false };
    desk().change({ outbox: [...others, rest] });
    await deliver(rest);
  };
  const send = (mailing: Mailing) => {
    const scope = new CancellationScope();
    underWay.add(scope);
    void scope
      .run(() => deliver(mailing))
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      })
      .finally(() => underWay.delete(scope));
  };
  return {
    send,
    sendOn: (mailing) => {
      send({ ...mailing, interrupted: true });
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
