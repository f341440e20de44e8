import { addAbsences } from '../activities/absences-in-force';
import { createAuthorityFile } from '../activities/authority-file';
import type { Cases } from '../client/answers';
import { createCases } from '../client/cases';
import type { CasesContext } from '../client/context';
import { withAccesses, type Reader } from '../client/with-accesses';
import { englandAndWales } from '../domain/bank-holidays';
import type { Settings } from '../settings';
import { connectOnce } from '../temporal/connect-once';
import { openHistory } from '../workers/history';
import { databaseHere } from './database-here';
import { loginName } from './login-name';

/** The incident records over a connection of their own. */
export interface OpenCases {
  readonly cases: Cases;
  readonly close: () => Promise<void>;
}

/**
 * Reaches Temporal only when something is asked of it: what is kept can be read while it is down.
 * What is read, and what is refused, is recorded as the reader's.
 */
export async function openCases(
  settings: Settings,
  reader: Omit<Reader, 'login'>,
): Promise<OpenCases> {
  const { settings: here, release } = await databaseHere(settings);
  try {
    const { cases, close } = openOver(here, reader);
    return { cases, close: () => close().finally(release) };
  } catch (error) {
    await release();
    throw error;
  }
}

function openOver(settings: Settings, reader: Omit<Reader, 'login'>): OpenCases {
  const { context, close } = openContext(settings);
  const cases = withAccesses(createCases(context), context, { ...reader, login: loginName() });
  return { cases, close };
}

/** What the cases work with, over connections of their own. */
export function openContext(settings: Settings): {
  readonly context: CasesContext;
  readonly close: () => Promise<void>;
} {
  const temporal = connectOnce(settings);
  const history = openHistory(settings);
  const authorityFile = addAbsences(createAuthorityFile(settings.authorityFile), history.register);
  const context = {
    connect: temporal.connect,
    settings,
    calendar: englandAndWales,
    readAuthority: () => authorityFile.read(),
    history: history.recorder,
    register: history.register,
    now: () => new Date().toISOString(),
  };
  const close = async () => {
    await history.close();
    await temporal.close();
  };
  return { context, close };
}
