import type { Register } from '../register/register';
import { Unreachable } from '../temporal/unreachable';
import type { CasesContext } from './context';

export const noRegister = (): Unreachable =>
  new Unreachable(
    'Nothing was kept here yet: there is no register.',
    'Run npm start first, or set NOTIFIABLE_DATA or DATABASE_URL to where it is.',
  );

/** The register, for what nothing else can answer. Throws Unreachable where none is set. */
export function neededRegister({ register }: CasesContext): Register {
  if (!register) throw noRegister();
  return register;
}

/** Asks the register; throws Unreachable where its database does not answer. */
export async function reachRegister<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (cause) {
    if (!isOutOfReach(cause)) throw cause;
    const howToCheck = 'Check DATABASE_URL and that the server is up.';
    throw new Unreachable('The database does not answer.', howToCheck, { cause });
  }
}

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

/** Connection errors have a code of Node's, or one of PostgreSQL's class 08 or 57; or pg's words. */
function isOutOfReach(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error ? String(error.code) : '';
  const message = 'message' in error ? String(error.message) : '';
  return (
    /^(ECONN|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|08|57P)/.test(code) ||
    /^(timeout exceeded|Connection terminated)/.test(message)
  );
}
