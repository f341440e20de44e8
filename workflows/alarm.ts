import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** One timer for the record's next moment. */
export interface Alarm {
  /** Arms it. An earlier timer that already runs is kept: waking too soon costs less than two timers. */
  set(at: string | null): void;
}

/** `ring` is called when the timer fires; whoever hears it works out anew what is due. */
export function createAlarm(ring: () => void): Alarm {
  let armed: { readonly at: number; readonly scope: CancellationScope } | null = null;
  return {
    set(at) {
      if (at === null) return;
      const moment = Date.parse(at);
      if (armed && armed.at <= moment) return;
      armed?.scope.cancel();
      const scope = new CancellationScope();
      armed = { at: moment, scope };
      void scope
        .run(() => sleep(Math.max(1, moment - Date.now()), { summary: 'Next reminder or date' }))
        .then(() => {
          armed = null;
          ring();
        })
        .catch((error: unknown) => {
          if (!isCancellation(error)) throw error;
        });
    },
  };
}
