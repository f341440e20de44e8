import { mkdirSync } from 'node:fs';
import type { Settings } from '../settings';
import { temporalTarget } from '../temporal/connection';
import { attachInbox, inboxUrl, smtpUrl } from './local-inbox';
import { attachTemporal, temporalAddress } from './local-temporal';
import { endProcess, isAlive } from './process';
import { noteRunning, readRunFile } from './run-file';
import type { Say } from './temporal-binary';
import { lockFolder } from './up-lock';

export { AlreadyRunning } from './up-lock';

export interface LocalAddresses {
  readonly temporalAddress: string;
  /** null: no mail server is configured and the inbox does not run. */
  readonly smtpUrl: string | null;
}

export interface LocalStack extends LocalAddresses {
  /** Temporal's own page; null: a server elsewhere. */
  readonly temporalUi: string | null;
  /** null: mail goes to a real server. */
  readonly inboxUrl: string | null;
  /** Ends what runs on this machine, and gives the data folder back. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts what the settings leave to this machine, or attaches to what an earlier start left
 * running. Each part is a process of its own, so that killing this one loses nothing. Throws
 * AlreadyRunning while another holds the data folder, Unreachable when a part cannot run.
 */
export async function startLocal(settings: Settings, say: Say): Promise<LocalStack> {
  const { dataFolder, temporal } = settings;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dataFolder, say);
  const stop = async () => {
    try {
      await stopParts(dataFolder);
    } finally {
      unlock();
    }
  };
  try {
    const inbox = settings.smtpUrl === null ? await attachInbox(settings, say) : null;
    const server = temporal.embedded ? await attachTemporal(settings, say) : null;
    return {
      temporalAddress: server ? temporalAddress(server) : temporalTarget(settings).address,
      temporalUi: server && `http://localhost:${server.uiPort}`,
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
 * Where the parts are, for commands that attach and start nothing; null: this data folder's
 * Temporal server does not run. Give the answer to withLocal in settings.ts.
 */
export function localAddresses(settings: Settings): LocalAddresses | null {
  const { temporal, inbox } = readRunFile(settings.dataFolder);
  const isInboxUp = inbox?.mark && isAlive(inbox.mark);
  const mail = settings.smtpUrl ?? (isInboxUp ? smtpUrl(inbox) : null);
  if (!settings.temporal.embedded) {
    return { temporalAddress: temporalTarget(settings).address, smtpUrl: mail };
  }
  if (!temporal?.mark || !isAlive(temporal.mark)) return null;
  return { temporalAddress: temporalAddress(temporal), smtpUrl: mail };
}

/** The inbox last: what the worker's end still sends should arrive. */
async function stopParts(dataFolder: string): Promise<void> {
  const { temporal, inbox } = readRunFile(dataFolder);
  if (temporal?.mark) {
    await endProcess(temporal.mark);
    noteRunning(dataFolder, { temporal: { ...temporal, mark: null } });
  }
  if (inbox?.mark) {
    await endProcess(inbox.mark);
    noteRunning(dataFolder, { inbox: { ...inbox, mark: null } });
  }
}
