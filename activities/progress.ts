import { activityInfo, heartbeat } from '@temporalio/activity';
import { z } from 'zod';
import type { Delivery, Mailing, Tries } from '../domain/notice';

/** What became of a batch's messages over the attempts: the server hands it from one to the next. */
export interface Progress {
  readonly deliveries: () => readonly Delivery[];
  readonly find: (messageId: string) => Delivery | undefined;
  /** Keeps what one try brought about. `isKnown`: whether the mail server took the message. */
  readonly keep: (told: Omit<Delivery, 'tries'>, isKnown: boolean) => Delivery;
  /** This attempt ends, and what became of all that it tried is kept. */
  readonly end: () => void;
  /** This attempt ends, and tried nothing. */
  readonly endUntried: () => void;
}

const detailsSchema = z.object({
  /** How many attempts are known to have ended. */
  ended: z.number(),
  deliveries: z.array(z.custom<Delivery>()),
});

/**
 * Reads the heartbeat's details. An attempt whose end is not in them was cut short, by a crash or
 * its time limit: whatever is not settled may have been sent by it.
 */
export function readProgress({ deliveries: before, interrupted }: Mailing): Progress {
  const info = activityInfo();
  const none = { ended: interrupted ? -1 : 0, deliveries: before };
  const { ended, deliveries } = detailsSchema.safeParse(info.heartbeatDetails).data ?? none;
  const kept = new Map(deliveries.map((delivery) => [delivery.messageId, delivery]));
  const cutShort = info.attempt - 1 - ended;
  const beat = (endedNow: number) => {
    heartbeat({ ended: endedNow, deliveries: [...kept.values()] });
  };
  return {
    deliveries: () => [...kept.values()],
    find: (messageId) => kept.get(messageId),
    keep(told, isKnown) {
      const tries = oneMore(kept.get(told.messageId)?.tries, cutShort, isKnown);
      const delivery = { ...told, tries };
      kept.set(told.messageId, delivery);
      beat(ended);
      return delivery;
    },
    end: () => {
      beat(info.attempt);
    },
    endUntried: () => {
      beat(ended + 1);
    },
  };
}

function oneMore(before: Tries | undefined, cutShort: number, isKnown: boolean): Tries {
  const now = new Date().toISOString();
  return {
    count: (before?.count ?? 0) + cutShort + 1,
    firstAt: before?.firstAt ?? now,
    lastAt: now,
    ambiguous: before?.ambiguous === true || cutShort > 0 || !isKnown,
  };
}
