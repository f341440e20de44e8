import { migrate } from '../register/migrate';
import { openRegister } from '../register/register';
import type { Verified } from '../register/verify';
import type { Settings } from '../settings';
import { payloadKeys } from '../temporal/payload-keys';
import { createSeal } from '../temporal/seal';
import { Unreachable } from '../temporal/unreachable';

/** Brings the register's tables up to date; names what was done. Throws Unreachable. */
export async function migrateRegister(settings: Settings): Promise<readonly string[]> {
  return reaching(() => migrate(needed(settings.databaseOwnerUrl)));
}

/** Checks every chain of the register. Throws Unreachable. */
export async function checkRegister(settings: Settings): Promise<Verified> {
  const register = openRegister(needed(settings.databaseUrl), createSeal(payloadKeys(settings)));
  try {
    return await reaching(() => register.verify());
  } finally {
    await register.close();
  }
}

function needed(url: string | null): string {
  if (url !== null) return url;
  throw new Unreachable(
    'There is no register: the history is kept in files under the data folder.',
    'Set DATABASE_URL to a PostgreSQL database, such as postgres://host/notifiable.',
  );
}

async function reaching<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    const howToCheck = 'Check DATABASE_URL and that the server is up.';
    throw new Unreachable('The database does not answer.', howToCheck, { cause: error });
  }
}

/** Connection errors have a code of Node's, or one of PostgreSQL's class 08 or 57. */
function isOutOfReach(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(ECONN|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|08|57P)/.test(code);
}
