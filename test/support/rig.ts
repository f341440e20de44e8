import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { addAbsences } from '../../activities/absences-in-force';
import { createAuthorityFile } from '../../activities/authority-file';
import type { Cases } from '../../client/answers';
import { createCases } from '../../client/cases';
import type { OutgoingMessage } from '../../domain/messages';
import { englandAndWales } from '../../domain/bank-holidays';
import { startTemporalServer, type TemporalServer } from '../../local/temporal-server';
import { readSettings, type Settings } from '../../settings';
import { connectClient } from '../../temporal/connection';
import { skippingServerConfig } from '../../temporal/skip-time';
import { skipTo, timeInside } from '../../temporal/skip-to';
import { openHistory } from '../../workers/history';
import { wire } from '../../workers/wiring';
import { startWorker, type RunningWorker } from '../../workers/worker';
import { buildAuthority } from './build-incident';
import { startMailSink, type MailSink } from './mail-sink';
import { temporalBinary } from './temporal-binary';
import { bundledOnce } from './workflow-bundle';
import { createUnreliableRecorder, type UnreliableRecorder } from './unreliable-recorder';

/** A server that can skip time, a mail sink, a recorder, and a client over them: all fresh. */
export interface Rig {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly server: TemporalServer;
  readonly client: Client;
  readonly cases: Cases;
  readonly sink: MailSink;
  readonly recorder: UnreliableRecorder;
  /** Every message that was offered to the mail server, taken or not. */
  readonly offered: readonly OutgoingMessage[];
  /** A worker in this process, which `stop` ends. */
  work(): Promise<RunningWorker>;
  /** Skips time inside a record; the client's clock goes with it. */
  skipTo(reference: string, at: string): Promise<void>;
  stop(): Promise<void>;
}

export interface RigOptions {
  readonly authority?: Record<string, unknown>;
  readonly dynamicConfig?: readonly string[];
  readonly inMemory?: boolean;
  /** Temporal's own pages are served there; absent: they are not. */
  readonly uiPort?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startRig({
  authority = {},
  dynamicConfig = [],
  inMemory = true,
  uiPort,
  env: more = {},
}: RigOptions = {}): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'notifiable-rig-'));
  const authorityFile = join(folder, 'authority.json');
  writeFileSync(authorityFile, JSON.stringify(buildAuthority(authority)));
  const server = await startTemporalServer({
    binary: await temporalBinary(),
    folder,
    ...{ inMemory, ...(uiPort !== undefined && { uiPort }) },
    dynamicConfig: [...skippingServerConfig, ...dynamicConfig],
    logLevel: 'error',
  });
  const sink = await startMailSink();
  const env = {
    NOTIFIABLE_DATA: folder,
    NOTIFIABLE_AUTHORITY: authorityFile,
    TEMPORAL_ADDRESS: server.address,
    SMTP_URL: sink.url,
    LOG_LEVEL: 'fatal',
    ...(server.uiUrl !== null && { TEMPORAL_UI_URL: server.uiUrl }),
    ...more,
  };
  return {
    folder,
    env,
    server,
    sink,
    ...(await connect(readSettings(env), { folder, server, sink })),
  };
}

type Parts = Pick<Rig, 'folder' | 'server' | 'sink'>;

async function connect(settings: Settings, { folder, server, sink }: Parts) {
  const client = await connectClient(settings);
  const kept = openHistory(settings);
  const recorder = createUnreliableRecorder(kept.recorder);
  const authorityFile = addAbsences(createAuthorityFile(settings.authorityFile), kept.register);
  let aheadMs = 0;
  const cases = createCases({
    connect: () => Promise.resolve(client),
    settings,
    calendar: englandAndWales,
    readAuthority: () => authorityFile.read(),
    history: recorder,
    register: kept.register,
    now: () => new Date(Date.now() + aheadMs).toISOString(),
  });
  const workers: RunningWorker[] = [];
  const offered: OutgoingMessage[] = [];
  return {
    settings,
    client,
    cases,
    recorder,
    offered,
    async work() {
      const { ports, close } = wire(settings, () => undefined);
      const send = (message: OutgoingMessage) => {
        offered.push(message);
        return ports.mailer.send(message);
      };
      const wiring = { ports: { ...ports, recorder, mailer: { send } }, close };
      const worker = await startWorker(settings, wiring, bundledOnce);
      workers.push(worker);
      return worker;
    },
    async skipTo(reference: string, at: string) {
      await skipTo(client, reference, at);
      aheadMs = (await timeInside(client, reference)) - Date.now();
    },
    async stop() {
      workers.forEach((worker) => worker.stop());
      await Promise.all(workers.map(({ ended }) => ended));
      await kept.close();
      await client.connection.close();
      await sink.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
