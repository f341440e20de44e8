import { createAuthorityFile } from '../activities/authority-file';
import { createFileRecorder } from '../activities/file-recorder';
import type { Cases } from '../client/answers';
import { createCases } from '../client/cases';
import { englandAndWales } from '../domain/bank-holidays';
import type { Settings } from '../settings';
import { connectClient } from '../temporal/connection';
import { recordsFolder } from '../workers/wiring';

/** The incident records over a connection of their own. */
export interface OpenCases {
  readonly cases: Cases;
  readonly close: () => Promise<void>;
}

/** Connects to Temporal; throws Unreachable where it does not answer. */
export async function openCases(settings: Settings): Promise<OpenCases> {
  const client = await connectClient(settings);
  const authorityFile = createAuthorityFile(settings.authorityFile);
  const cases = createCases({
    client,
    settings,
    calendar: englandAndWales,
    readAuthority: () => authorityFile.read(),
    history: createFileRecorder(recordsFolder(settings)),
    now: () => new Date().toISOString(),
  });
  return { cases, close: () => client.connection.close() };
}
