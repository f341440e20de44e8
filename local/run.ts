import { mkdirSync } from 'node:fs';
import type { LocalAddresses, Settings } from '../settings';
import { temporalTarget } from '../temporal/connection';
import { attachInbox, inboxUrl, smtpUrl } from './local-inbox';
import { attachTemporal, temporalAddress, temporalUi } from './local-temporal';
import { takePostgres } from './borrow-postgres';
import { keepPostgres } from './keep-postgres';
import { databaseAddresses, stopPostgres } from './postgres';
import { endProcess, isAlive } from './process';
import { noteRunning, readRunFile } from './run-file';
import type { Say } from './temporal-binary';
import { lockFolder } from './up-lock';

export { AlreadyRunning } from './up-lock';

export interface LocalStack extends LocalAddresses {
  /** null: mail goes to a real server. */
  readonly inboxUrl: string | null;
  /** Ends what runs on this machine, and gives the data folder back. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts what the settings leave to this machine, or attaches to what an earlier start left
 * running. Each part is a process of its own, so that killing this one loses nothing; the database
 * is started again where it ends. Throws AlreadyRunning while another holds the data folder,
 * Unreachable when a part cannot run.
 */
export async function startLocal(settings: Settings, say: Say): Promise<LocalStack> {
  const { dataFolder, temporal } = settings;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dataFolder, say);
  let leave = (): Promise<void> => Promise.resolve();
  const stop = async () => {
    try {
      await leave();
      await stopParts(dataFolder);
    } finally {
      unlock();
    }
  };
  try {
    const inbox = settings.smtpUrl === null ? await attachInbox(settings, say) : null;
    const starting = temporal.embedded ? attachTemporal(settings, say) : Promise.resolve(null);
    const database = settings.databaseUrl === null ? takePostgres(dataFolder, say) : null;
    // Both, also where one fails: what the other started must be there to be stopped.
    await Promise.allSettled([starting, database]);
    await database;
    const server = await starting;
    if (database) leave = keepPostgres(dataFolder, say);
    return {
      database: database && databaseAddresses(dataFolder),
      temporalAddress: server ? temporalAddress(server) : temporalTarget(settings).address,
      temporalUi: server && temporalUi(server),
      smtpUrl: inbox ? smtpUrl(inbox) : settings.smtpUrl,
      inboxUrl: inbox && inboxUrl(inbox),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Where the parts are, for commands that attach and start nothing. The database is none of them: it
 * is borrowed (borrow-postgres.ts). Give the answer to withLocal in settings.ts.
 */
export function localAddresses(settings: Settings): LocalAddresses {
  const { temporal, inbox } = readRunFile(settings.dataFolder);
  const isInboxUp = inbox?.mark && isAlive(inbox.mark);
  const isTemporalUp = temporal?.mark && isAlive(temporal.mark);
  return {
    smtpUrl: settings.smtpUrl ?? (isInboxUp ? smtpUrl(inbox) : null),
    temporalAddress: isTemporalUp ? temporalAddress(temporal) : null,
    temporalUi: isTemporalUp ? temporalUi(temporal) : null,
  };
}

/** The inbox last: what the worker's end still sends should arrive. */
async function stopParts(dataFolder: string): Promise<void> {
  const { temporal, inbox } = readRunFile(dataFolder);
  if (temporal?.mark) {
    await endProcess(temporal.mark);
    noteRunning(dataFolder, { temporal: { ...temporal, mark: null } });
  }
  await stopPostgres(dataFolder);
  if (inbox?.mark) {
    await endProcess(inbox.mark);
    noteRunning(dataFolder, { inbox: { ...inbox, mark: null } });
  }
}
