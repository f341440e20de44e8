import { createAuthorityFile } from '../activities/authority-file';
import type { Cases } from '../client/answers';
import { createCases } from '../client/cases';
import { englandAndWales } from '../domain/bank-holidays';
import type { Settings } from '../settings';
import { connectClient } from '../temporal/connection';
import { openHistory } from '../workers/history';

/** The incident records over a connection of their own. */
export interface OpenCases {
  readonly cases: Cases;
  readonly close: () => Promise<void>;
}

/** Connects to Temporal; throws Unreachable where it does not answer. */
export async function openCases(settings: Settings): Promise<OpenCases> {
  const client = await connectClient(settings);
  const history = openHistory(settings);
  const authorityFile = createAuthorityFile(settings.authorityFile);
  const cases = createCases({
    client,
    settings,
    calendar: englandAndWales,
    readAuthority: () => authorityFile.read(),
    history: history.recorder,
    register: history.register,
    now: () => new Date().toISOString(),
  });
  const close = async () => {
    await history.close();
    await client.connection.close();
  };
  return { cases, close };
}
