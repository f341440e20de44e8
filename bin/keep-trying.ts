import { Unreachable } from '../temporal/unreachable';

/** Something that is tried again and again in the background. */
export interface Repeated {
  /** Resolves once what is under way is over. */
  readonly stop: () => Promise<void>;
}

/** Does it at once and then again and again; what does not answer is asked again the next time. */
export function keepTrying(
  act: () => Promise<void>,
  { everyMs, failed }: { everyMs: number; failed: (error: unknown) => void },
): Repeated {
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;
  const once = async () => {
    await act().catch((error: unknown) => {
      if (!(error instanceof Unreachable)) failed(error);
    });
    if (!isOver) timer = setTimeout(again, everyMs);
  };
  const again = () => {
    running = once();
  };
  let running = once();
  return {
    stop: async () => {
      isOver = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
