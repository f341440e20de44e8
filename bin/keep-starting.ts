import { Unreachable } from '../temporal/unreachable';

const everyMs = 3_000;

/** Something that is tried again and again in the background. */
export interface Repeated {
  /** Resolves once what is under way is over. */
  readonly stop: () => Promise<void>;
}

/** Tries at once and then every few seconds; what does not answer is asked again the next time. */
export function keepStarting(
  start: () => Promise<void>,
  failed: (error: unknown) => void,
): Repeated {
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;
  const once = async () => {
    await start().catch((error: unknown) => {
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
