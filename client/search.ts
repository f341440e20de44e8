import { Unreachable } from '../temporal/unreachable';

/** What was found, or why nobody could be asked: whoever looks can go on elsewhere. */
export interface Search<T> {
  readonly found: T | null;
  readonly failure: Unreachable | null;
}

export async function search<T>(asked: Promise<T | null>): Promise<Search<T>> {
  try {
    return { found: await asked, failure: null };
  } catch (error) {
    if (error instanceof Unreachable) return { found: null, failure: error };
    throw error;
  }
}
