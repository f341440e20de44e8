import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Client,
  WorkflowContinuedAsNewError,
  WorkflowFailedError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { startTemporalServer, type TemporalServer } from '../../local/temporal-server';
import { readSettings, type Settings, withLocal } from '../../settings';
import { connectClient } from '../../temporal/connection';
import { dataConverter } from '../../temporal/data-converter';
import { ask, carrySecrets, finish, hint, tell } from '../support/encrypted-workflow';
import { temporalBinary } from '../support/temporal-binary';

const taskQueue = 'encryption';
const workflowId = 'incident/encrypted';
let folder: string;
let server: TemporalServer;
let settings: Settings;
let client: Client;
let connection: NativeConnection;
let worker: Worker;
let running: Promise<void>;

const quiet = {
  log: () => undefined,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

beforeAll(async () => {
  Runtime.install({ logger: quiet });
  folder = mkdtempSync(join(tmpdir(), 'notifiable-encryption-'));
  server = await startTemporalServer({ binary: await temporalBinary(), folder, inMemory: true });
  settings = withLocal(readSettings({ NOTIFIABLE_DATA: folder }), {
    temporalAddress: server.address,
    temporalUi: null,
    smtpUrl: null,
  });
  client = await connectClient(settings);
  connection = await NativeConnection.connect({ address: server.address });
  worker = await Worker.create({
    connection,
    taskQueue,
    workflowsPath: require.resolve('../support/encrypted-workflow'),
    activities: {
      echo: async (text: string) => {
        if (text.includes('break')) throw new Error(`secret breakage of ${text}`);
        return text;
      },
    },
    dataConverter: dataConverter(settings),
    // Every task replays from history, as after a restart.
    maxCachedWorkflows: 0,
  });
  running = worker.run();
});
afterAll(async () => {
  worker.shutdown();
  await running;
  await connection.close();
  await client.connection.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Everything the server holds of these runs as text, what it holds in base64 decoded too. */
async function heldByServer(runIds: readonly string[]): Promise<string> {
  const histories = await Promise.all(
    runIds.map((runId) => client.workflow.getHandle(workflowId, runId).fetchHistory()),
  );
  const json = JSON.stringify(histories);
  const bytes = json.match(/(?<=")[A-Za-z0-9+/]+=*(?=")/g) ?? [];
  return [json, ...bytes.map((text) => Buffer.from(text, 'base64').toString('latin1'))].join('\n');
}

describe('an encrypted workflow', () => {
  it('reads everywhere with the key, and shows nothing on the server', async () => {
    const handle = await client.workflow.start(carrySecrets, {
      args: ['secret'],
      taskQueue,
      workflowId,
      memo: { about: 'secret memo' },
      staticSummary: 'secret static summary',
    });
    await handle.signal(hint, 'secret hint');
    expect(await handle.executeUpdate(tell, { args: ['secret update'] })).toBe('secret update');
    expect(await handle.query(ask)).toBe('secret secret hint');
    expect((await handle.describe()).memo).toEqual({ about: 'secret memo', note: 'secret' });

    const refused = handle.executeUpdate(tell, { args: ['secret refuse'] });
    await expect(refused).rejects.toThrow(WorkflowUpdateFailedError);
    await expect(refused).rejects.toHaveProperty(
      'cause.message',
      'secret refusal of secret refuse',
    );
    const broken = handle.executeUpdate(tell, { args: ['secret break'] });
    await expect(broken).rejects.toHaveProperty(
      'cause.cause.message',
      'secret breakage of secret break',
    );

    await handle.signal(finish);
    const first = client.workflow.getHandle(workflowId, handle.firstExecutionRunId, {
      followRuns: false,
    });
    await expect(first.result()).rejects.toThrow(WorkflowContinuedAsNewError);
    const second = client.workflow.getHandle(workflowId);
    await second.executeUpdate(tell, { args: ['secret later'] });
    await second.signal(finish);
    const ended = second.result();
    await expect(ended).rejects.toThrow(WorkflowFailedError);
    await expect(ended).rejects.toHaveProperty('cause.message', 'secret failure');
    await expect(ended).rejects.toHaveProperty('cause.details', ['secret detail']);

    const { runId } = await second.describe();
    const held = await heldByServer([handle.firstExecutionRunId, runId]);
    expect(held.includes('binary/encrypted')).toBe(true);
    expect(held.includes('secret')).toBe(false);
  });
});
