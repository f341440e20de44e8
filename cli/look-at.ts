import type { Cases } from '../client/answers';
import type { RecordView } from '../domain/records';
import { exitStatus, failureOf } from './exit';

/**
 * How a record stands after an action. Null where nobody can say just now: what was done holds all
 * the same, and must not be repeated.
 */
export async function lookAt(cases: Cases, reference: string): Promise<RecordView | null> {
  try {
    const seen = await cases.inspect(reference);
    return seen.ok && !seen.asOf ? seen.value : null;
  } catch (error) {
    if (failureOf(error).status === exitStatus.unreachable) return null;
    throw error;
  }
}
