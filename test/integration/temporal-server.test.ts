import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { freePort } from '../../local/ports';
import { isAlive } from '../../local/process';
import {
  startTemporalServer,
  type TemporalServer,
  type TemporalServerOptions,
} from '../../local/temporal-server';
import { readSettings, withLocal } from '../../settings';
import { connectClient } from '../../temporal/connection';
import { withDeadline } from '../../temporal/deadline';
import { areRegistered, registerSearchAttributes } from '../../temporal/register-search-attributes';
import { Unreachable } from '../../temporal/unreachable';
import { temporalBinary } from '../support/temporal-binary';

let binary: string;
let folder: string;
let server: TemporalServer;
const settings = () =>
  withLocal(readSettings({ NOTIFIABLE_DATA: folder }), {
    temporalAddress: server.address,
    temporalUi: null,
    smtpUrl: null,
  });
const start = async (options: Partial<TemporalServerOptions> = {}) => {
  server = await startTemporalServer({ binary, folder, logLevel: 'error', ...options });
};
const startCase = (client: Client) =>
  client.workflow.start('waits-for-nobody', { workflowId: 'incident/A', taskQueue: 'none' });

async function withClient<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const client = await connectClient(settings());
  return use(client).finally(() => client.connection.close());
}

beforeAll(async () => {
  binary = await temporalBinary();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-temporal-'));
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('the Temporal server on this machine', () => {
  test.each([
    ['a stop', () => server.stop()],
    ['a kill', async () => void process.kill(server.mark.pid, 'SIGKILL')],
  ])('keeps its state over %s', async (_, end) => {
    await start();
    await withClient(startCase);
    await end();
    await start();
    const status = await withClient((client) => client.workflow.getHandle('incident/A').describe());
    expect(status.status.name).toBe('RUNNING');
  });

  it('is gone after a stop', async () => {
    await start();
    await server.stop();
    expect(isAlive(server.mark)).toBe(false);
  });

  it('writes ahead, so that a power cut loses nothing it had confirmed', async () => {
    await start();
    expect(readdirSync(folder)).toContain('temporal.db-wal');
  });

  it('keeps nothing when in memory', async () => {
    await start({ inMemory: true });
    await withClient(startCase);
    await server.stop();
    expect(readdirSync(folder).filter((name) => name.includes('temporal.db'))).toEqual([]);
    await start({ inMemory: true });
    await withClient(async (client) => {
      const missing = client.workflow.getHandle('incident/A').describe();
      await expect(missing).rejects.toThrow(WorkflowNotFoundError);
    });
  });

  it('serves its page on the port asked for', async () => {
    const uiPort = await freePort();
    await start({ uiPort });
    expect((await fetch(`http://127.0.0.1:${uiPort}`)).status).toBe(200);
  });

  it('refuses a port that another program has', async () => {
    await start();
    const clash = startTemporalServer({ binary, folder, port: server.port });
    await expect(clash).rejects.toThrow(`Port ${server.port} is taken`);
  });

  it('is started again where another program was quicker to take one of its other ports', async () => {
    const unlucky = join(folder, 'unlucky.sh');
    const first = 'echo "bind: address already in use" >&2; touch "$0.tried"; exit 1';
    writeFileSync(unlucky, `#!/bin/sh\n[ -e "$0.tried" ] || { ${first}; }\nexec ${binary} "$@"\n`);
    chmodSync(unlucky, 0o700);
    const spawned: number[] = [];
    server = await startTemporalServer({ binary: unlucky, folder, logLevel: 'error' }, ({ mark }) =>
      spawned.push(mark.pid),
    );
    expect(spawned).toEqual([expect.any(Number), server.mark.pid]);
    expect(isAlive(server.mark)).toBe(true);
  });

  it('says what its log says when it cannot start', async () => {
    const other = { binary, folder: join(folder, 'spoiled'), dynamicConfig: ['no value'] };
    const spoiled = startTemporalServer(other);
    await expect(spoiled).rejects.toThrow(/ended at once[^]*temporal\.log[^]*no value/);
  });
});

describe('search attributes', () => {
  it('are there from the start', async () => {
    await start();
    await withClient(async ({ connection }) => {
      expect(await areRegistered(connection, 'default')).toBe(true);
    });
  });

  it('are added to a namespace that lacks them', async () => {
    await start();
    await withClient(async ({ connection }) => {
      await connection.workflowService.registerNamespace({
        namespace: 'later',
        workflowExecutionRetentionPeriod: msToTs('1 day'),
      });
      expect(await registerSearchAttributes(connection, 'later')).toBe(true);
      expect(await areRegistered(connection, 'later')).toBe(true);
    });
  });
});

describe('a server that is not there', () => {
  it('is named in one sentence, with how to check', async () => {
    await start();
    await server.stop();
    const connecting = connectClient(settings());
    await expect(connecting).rejects.toThrow(Unreachable);
    await expect(connecting).rejects.toThrow(`Temporal at ${server.address} does not answer`);
  });

  it('is noticed by a client that was connected before', async () => {
    await start();
    await withClient(async (client) => {
      await server.stop();
      const deadline = { settings: settings(), seconds: 1 };
      const calling = withDeadline(client, deadline, () => startCase(client));
      await expect(calling).rejects.toThrow(Unreachable);
    });
  });

  it('is not looked for when nothing says where it is', async () => {
    await start();
    const nowhere = connectClient(readSettings({ NOTIFIABLE_DATA: folder }));
    await expect(nowhere).rejects.toThrow('notifiable up');
  });
});
