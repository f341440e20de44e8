import type { Received } from '../register/received';
import type { Cases } from './answers';
import { reachRegister } from './reach';
import { keptSentence } from './refusal';

/**
 * Starts every incident that was handed in while it could not be started. Several processes may do
 * so at once: the same file under the same reference is one incident. Throws Unreachable where
 * Temporal or the register does not answer: what waits goes on waiting.
 */
export async function startReceived(
  { start }: Pick<Cases, 'start'>,
  received: Received,
): Promise<void> {
  for (const { reference, by, report, notADuplicate } of await reachRegister(received.waiting)) {
    const said = notADuplicate === null ? {} : { notADuplicate };
    const outcome = await start({ reference, by, report, ...said });
    await reachRegister(() =>
      outcome.ok
        ? received.started(reference)
        : received.refused(reference, keptSentence(outcome.problems)),
    );
  }
}
