import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client, ConnectionLike } from '@temporalio/client';
import { createAuthorityFile } from '../activities/authority-file';
import type { AuthorityFile, Recorder } from '../activities/ports';
import type { Cases } from '../client/answers';
import { createCases } from '../client/cases';
import { englandAndWales } from '../domain/bank-holidays';
import type { Entry } from '../domain/record/entry';
import { findTemporalBinary } from '../local/temporal-binary';
import { startTemporalServer } from '../local/temporal-server';
import { withLocal, type Settings } from '../settings';
import { clientOver, connectClient } from '../temporal/connection';
import { skippingServerConfig } from '../temporal/skip-time';
import { installLog } from '../workers/log';
import { startWorker } from '../workers/worker';

/** Where a rehearsal plays: the real workflows on a real server that can skip time. */
export interface Stage {
  readonly client: Client;
  readonly recorder: Recorder;
  readonly authorityFile: AuthorityFile;
  /** The records over a connection; `now` is the time that the people have. */
  readonly casesOver: (connection: ConnectionLike, now: () => string) => Cases;
}

/** Sets a stage up, plays on it, and leaves nothing behind. Sends nothing. */
export async function onStage<T>(
  settings: Settings,
  say: (line: string) => void,
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'notifiable-rehearsal-'));
  const binary = await findTemporalBinary(settings.dataFolder, say);
  const dynamicConfig = skippingServerConfig;
  const server = await startTemporalServer({ binary, folder, inMemory: true, dynamicConfig });
  try {
    const here = { ...settings, dataFolder: folder, smtpUrl: null, payloadKeys: [] };
    const temporal = { ...here.temporal, embedded: true, namespace: null };
    const local = {
      ...{ temporalAddress: server.address, temporalUi: null },
      smtpUrl: 'smtp://127.0.0.1:9',
    };
    return await playWith(withLocal({ ...here, temporal }, local), play);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function playWith<T>(settings: Settings, play: (stage: Stage) => Promise<T>): Promise<T> {
  const authorityFile = createAuthorityFile(settings.authorityFile);
  const recorder = inMemory();
  const ports = {
    authorityFile,
    recorder,
    register: null,
    head: null,
    calendar: englandAndWales,
    url: settings.url,
    mailer: { send: () => Promise.resolve() },
  };
  installLog(settings.logLevel);
  const worker = await startWorker(settings, { ports, close: () => Promise.resolve() });
  const client = await connectClient(settings);
  const casesOver = (connection: ConnectionLike, now: () => string) => {
    const over = clientOver(connection, client.options.namespace, settings);
    return createCases({
      connect: () => Promise.resolve(over),
      settings,
      calendar: englandAndWales,
      readAuthority: () => authorityFile.read(),
      history: recorder,
      register: null,
      now,
    });
  };
  try {
    return await play({ client, recorder, authorityFile, casesOver });
  } finally {
    worker.stop();
    await worker.ended;
    await client.connection.close();
  }
}

function inMemory(): Recorder {
  const kept = new Map<string, Map<number, Entry>>();
  return {
    append(reference, entries) {
      const lines = kept.get(reference) ?? new Map<number, Entry>();
      kept.set(reference, lines);
      entries.forEach((entry) => lines.set(entry.number, entry));
      return Promise.resolve();
    },
    read: (reference) => Promise.resolve([...(kept.get(reference)?.values() ?? [])]),
  };
}
