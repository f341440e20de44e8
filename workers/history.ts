import { join } from 'node:path';
import { createFileRecorder } from '../activities/file-recorder';
import type { Recorder } from '../activities/ports';
import { openRegister, type Register } from '../register/register';
import type { Settings } from '../settings';
import { payloadKeys } from '../temporal/payload-keys';
import { createSeal } from '../temporal/seal';

/** Where the history is kept, and how to let go of it. */
export interface History {
  readonly recorder: Recorder;
  /** null: no database is named, and the history is kept in files: rehearsals and measurements. */
  readonly register: Register | null;
  readonly close: () => Promise<void>;
}

/** One file an incident, where no database is configured. */
export const recordsFolder = ({ dataFolder }: Pick<Settings, 'dataFolder'>): string =>
  join(dataFolder, 'records');

/** The register where a database is configured; else a file an incident under the data folder. */
export function openHistory(settings: Settings): History {
  const { databaseUrl } = settings;
  if (databaseUrl === null) {
    const recorder = createFileRecorder(recordsFolder(settings));
    return { recorder, register: null, close: () => Promise.resolve() };
  }
  const register = openRegister(databaseUrl, createSeal(payloadKeys(settings)));
  return { recorder: register.recorder, register, close: register.close };
}
