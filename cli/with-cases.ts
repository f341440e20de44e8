import type { Cases } from '../client/answers';
import { readSettings } from '../settings';
import type { Parts } from './parts';

/** Opens the incident records for one command, `by` whoever says that they are, and closes them after it. */
export async function withCases<T>(
  { env, openCases }: Pick<Parts, 'env' | 'openCases'>,
  by: string | null,
  use: (cases: Cases) => Promise<T>,
): Promise<T> {
  const { cases, close } = await openCases(readSettings(env), by);
  try {
    return await use(cases);
  } finally {
    await close();
  }
}
