import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ConnectionLike } from '@temporalio/client';
import { createAuthorityFile } from '../activities/authority-file';
import type { Recorder } from '../activities/ports';
import type { Cases, Outcome } from '../client/answers';
import { createCases } from '../client/cases';
import { assessReport, type Assessment } from '../domain/assess-report';
import { englandAndWales } from '../domain/bank-holidays';
import type { Entry } from '../domain/record/entry';
import { findTemporalBinary } from '../local/temporal-binary';
import { startTemporalServer } from '../local/temporal-server';
import { withLocal, type Settings } from '../settings';
import { connectClient } from '../temporal/connection';
import { dataConverter } from '../temporal/data-converter';
import { incidentId } from '../temporal/names';
import { fastForwarded, skippingServerConfig, skippingTime } from '../temporal/skip-time';
import { installLog } from '../workers/log';
import { startWorker } from '../workers/worker';
import { playPeople } from './rehearsed-people';

/** What happened in a rehearsal, on a clock that skipped all waiting. */
export interface Rehearsal {
  readonly entries: readonly Entry[];
  readonly assessment: Assessment;
}

/**
 * The whole incident against the real workflow code on a real server that skips time. Nobody acts
 * until the first chase after the last date; then everything is recorded as done. Sends nothing and
 * leaves nothing behind.
 */
export async function rehearse(
  report: unknown,
  settings: Settings,
  say: (line: string) => void,
): Promise<Outcome<Rehearsal>> {
  const authorityFile = createAuthorityFile(settings.authorityFile);
  const basis = { authority: await authorityFile.read(), calendar: englandAndWales };
  const assessed = assessReport(report, now(), basis);
  if (!assessed.ok) return assessed;
  const folder = await mkdtemp(join(tmpdir(), 'notifiable-rehearsal-'));
  const binary = await findTemporalBinary(settings.dataFolder, say);
  const dynamicConfig = skippingServerConfig;
  const server = await startTemporalServer({ binary, folder, inMemory: true, dynamicConfig });
  try {
    const here = { ...settings, dataFolder: folder, smtpUrl: null, payloadKeys: [] };
    const temporal = { ...here.temporal, embedded: true, namespace: null };
    const local = { temporalAddress: server.address, smtpUrl: 'smtp://127.0.0.1:9' };
    const entries = await play(report, withLocal({ ...here, temporal }, local), assessed.value);
    return { ok: true, value: { entries, assessment: assessed.value } };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const now = () => new Date().toISOString();

async function play(report: unknown, settings: Settings, assessment: Assessment): Promise<Entry[]> {
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
  const plain = await connectClient(settings);
  try {
    const at = endOf(assessment);
    const seconds = Math.ceil((Date.parse(at) - Date.now()) / 1000);
    const skipping = clientOver(skippingTime(plain.connection, seconds), plain, settings);
    const cases = createCases({
      connect: () => Promise.resolve(skipping),
      settings,
      calendar: englandAndWales,
      readAuthority: () => authorityFile.read(),
      history: recorder,
      register: null,
      now,
    });
    const reference = await begin(cases, report);
    await fastForwarded(plain, incidentId(reference));
    await playPeople(cases, reference, { authority: await authorityFile.read(), at });
    await plain.workflow.getHandle(incidentId(reference)).result();
    // A rehearsal is not handed in: there is nothing to compare it with.
    return (await recorder.read(reference)).filter(({ kind }) => kind !== 'not-compared');
  } finally {
    worker.stop();
    await worker.ended;
    await plain.connection.close();
  }
}

function clientOver(connection: ConnectionLike, { options }: Client, settings: Settings): Client {
  const { namespace } = options;
  return new Client({ connection, namespace, dataConverter: dataConverter(settings) });
}

async function begin(cases: Cases, report: unknown): Promise<string> {
  const started = await cases.start({ report, reference: null, by: null });
  if (!started.ok) throw new Error(started.problems.map(({ problem }) => problem).join(' '));
  return started.value.reference;
}

function inMemory(): Recorder {
  const kept = new Map<number, Entry>();
  return {
    append(_, entries) {
      entries.forEach((entry) => kept.set(entry.number, entry));
      return Promise.resolve();
    },
    read: () => Promise.resolve([...kept.values()]),
  };
}

/** The first chase of the task that is chased last; else the last rung. */
function endOf({ duties, tasks }: Assessment): string {
  const ends = [...duties, ...tasks].flatMap(({ ladder }) => {
    const chase = ladder.find(({ kind }) => kind === 'chase') ?? ladder.at(-1);
    return chase ? [new Date(Date.parse(chase.at) + 60_000).toISOString()] : [];
  });
  return ends.toSorted().at(-1) ?? now();
}
