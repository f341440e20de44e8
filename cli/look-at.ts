import type { Cases } from '../client/answers';
import type { CaseView } from '../domain/case/view';
import { exitStatus, failureOf } from './exit';

/**
 * How an incident stands after an action. Null where nobody can say just now: what was done holds all
 * the same, and must not be repeated.
 */
export async function lookAt(cases: Cases, reference: string): Promise<CaseView | null> {
  try {
    const seen = await cases.inspect(reference);
    return seen.ok && !seen.asOf ? seen.value : null;
  } catch (error) {
    if (failureOf(error).status === exitStatus.unreachable) return null;
    throw error;
  }
}
