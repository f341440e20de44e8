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

/** Asks the register; throws Unreachable where its database does not answer, or is not prepared. */
export async function reachRegister<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (cause) {
    const said = sayings.find(({ fits }) => fits(textOf(cause, 'code'), textOf(cause, 'message')));
    if (!said) throw cause;
    throw new Unreachable(said.what, said.howToCheck, { cause });
  }
}

/** What the database says in codes of Node's or its own, or in pg's words, and what to do about it. */
const sayings: readonly {
  readonly fits: (code: string, message: string) => boolean;
  readonly what: string;
  readonly howToCheck: string;
}[] = [
  {
    fits: (code, message) =>
      /^(ECONN|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|08|57P)/.test(code) ||
      /^(timeout exceeded|Connection terminated)/.test(message),
    what: 'The database does not answer.',
    howToCheck: 'Check DATABASE_URL and that the server is up.',
  },
  {
    fits: (code) => code.startsWith('28') || code === '3D000',
    what: 'The database does not let this login in, or is not there.',
    howToCheck: 'Check DATABASE_URL: the login, its password and the name of the database.',
  },
  {
    fits: (code, message) => code === '42501' && message.includes('set role'),
    what: 'The login in DATABASE_URL may not act as notifiable_app.',
    howToCheck: 'As a superuser: grant notifiable_app to <the login>;',
  },
  {
    fits: (code, message) => code === '42501' && !message.includes('only grows'),
    what: 'This login may not make or change the register’s tables.',
    howToCheck: 'Name their owner in DATABASE_OWNER_URL and run `notifiable migrate`.',
  },
  {
    fits: (code) => ['42P01', '42703', '22023'].includes(code),
    what: 'The register’s tables are not there, or are those of an older release.',
    howToCheck: 'Run `notifiable migrate`.',
  },
];

const textOf = (error: unknown, field: 'code' | 'message'): string =>
  typeof error === 'object' && error !== null && field in error
    ? String((error as Record<typeof field, unknown>)[field])
    : '';
