import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@temporalio/client';
import { createAuthorityFile } from '../activities/authority-file';
import { createFileRecorder } from '../activities/file-recorder';
import type { Recorder } from '../activities/ports';
import type { Cases } from '../client/answers';
import { createCases } from '../client/cases';
import { englandAndWales } from '../domain/bank-holidays';
import { findTemporalBinary } from '../local/temporal-binary';
import { startTemporalServer, type TemporalServer } from '../local/temporal-server';
import { readSettings, type Settings } from '../settings';
import { connectClient } from '../temporal/connection';
import { recordsFolder } from '../workers/history';
import { writeAuthority, type Ladder } from './authority';
import { startSink, type Sink } from './sink';
import { startWorkerProcess, type WorkerProcess } from './worker-process';

/** A server as the embedded default runs it, a mail sink, and a client: all fresh. */
export interface Rig {
  readonly cases: Cases;
  readonly client: Client;
  /** The same connection without our encryption, for the workflows that we are compared with. */
  readonly plain: Client;
  readonly sink: Sink;
  readonly recorder: Recorder;
  readonly serverPid: number;
  /** For processes that are to work with this server and sink. */
  readonly env: NodeJS.ProcessEnv;
  readonly startWorker: (rivals?: 'with rivals') => Promise<WorkerProcess>;
  readonly stop: () => Promise<void>;
}

export async function startRig(ladder: Ladder = 'default ladder'): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'notifiable-bench-'));
  const binary = await findTemporalBinary(resolve('.notifiable'), () => undefined);
  const server = await startTemporalServer({ binary, folder });
  endWithUs(server);
  const sink = await startSink();
  const env = {
    NOTIFIABLE_DATA: folder,
    NOTIFIABLE_AUTHORITY: writeAuthority(folder, ladder),
    TEMPORAL_ADDRESS: server.address,
    SMTP_URL: sink.url,
  };
  const settings = readSettings(env);
  const client = await connectClient(settings);
  const workers: WorkerProcess[] = [];
  const all = { ...process.env, ...env };
  return {
    client,
    serverPid: server.mark.pid,
    env: all,
    plain: new Client({ connection: client.connection }),
    sink,
    recorder: createFileRecorder(recordsFolder(settings)),
    cases: casesOf(client, settings),
    startWorker: async (rivals) => {
      const worker = await startWorkerProcess({ ...all, BENCH_RIVALS: rivals ? 'yes' : 'no' });
      workers.push(worker);
      return worker;
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.kill()));
      await client.connection.close();
      await sink.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function casesOf(client: Client, settings: Settings): Cases {
  const authorityFile = createAuthorityFile(settings.authorityFile);
  return createCases({
    connect: () => Promise.resolve(client),
    settings,
    calendar: englandAndWales,
    readAuthority: () => authorityFile.read(),
    history: createFileRecorder(recordsFolder(settings)),
    register: null,
    now: () => new Date().toISOString(),
  });
}

/** Ctrl-C leaves no server behind; a worker ends by itself when we are gone. */
function endWithUs({ stop }: Pick<TemporalServer, 'stop'>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  }
}
