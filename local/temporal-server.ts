import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isServing } from '../temporal/health';
import { searchAttributes } from '../temporal/search-attributes';
import { Unreachable } from '../temporal/unreachable';
import { freePort, isPortFree, loopback } from './ports';
import { endOfLog, endProcess, isAlive, type ProcessMark, startProcess } from './process';

export interface TemporalServerOptions {
  readonly binary: string;
  /** Holds temporal.log and, unless in memory, temporal.db. */
  readonly folder: string;
  /** Nothing is kept, and the server is no longer detached: for rehearsals and tests. */
  readonly inMemory?: boolean;
  readonly namespace?: string;
  /** Unset: a free one. */
  readonly port?: number;
  /** Unset: no web page. */
  readonly uiPort?: number;
  /** Each as KEY=VALUE, the value in JSON. */
  readonly dynamicConfig?: readonly string[];
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'never';
}

export interface TemporalServer {
  readonly mark: ProcessMark;
  readonly port: number;
  readonly address: string;
  readonly namespace: string;
  readonly uiUrl: string | null;
  stop(): Promise<void>;
}

const readyMs = 60_000;
const pollMs = 100;
const attributeTypes = { KEYWORD: 'Keyword', DATETIME: 'Datetime', BOOL: 'Bool' } as const;

/** Runs Temporal's development server and returns when it serves; throws Unreachable. */
export async function startTemporalServer(
  options: TemporalServerOptions,
  spawned: (server: TemporalServer) => unknown = () => undefined,
): Promise<TemporalServer> {
  for (let left = mostStarts - 1; ; left -= 1) {
    const server = await spawnTemporalServer(options);
    spawned(server);
    try {
      await whenServing(server, options.folder);
      return server;
    } catch (error) {
      if (left === 0 || !hasLostPort(options.folder)) throw error;
    }
  }
}

/** It picks more ports by itself, and another program may be quicker to take one of them. */
const hasLostPort = (folder: string) => endOfLog(logIn(folder)).includes('address already in use');
const mostStarts = 3;
const logIn = (folder: string) => join(folder, 'temporal.log');

async function spawnTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const { binary, folder, namespace = 'default', inMemory = false, uiPort } = options;
  const port = options.port ?? (await freePort());
  if (!(await isPortFree(port))) {
    throw new Unreachable(`Port ${port} is taken.`, 'Temporal needs it; end what listens there.');
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mark = startProcess({
    file: binary,
    args: serverArguments({ ...options, port, namespace }),
    logFile: logIn(folder),
    detached: !inMemory,
  });
  return {
    mark,
    port,
    namespace,
    address: `${loopback}:${port}`,
    uiUrl: uiPort === undefined ? null : `http://localhost:${uiPort}`,
    stop: () => endProcess(mark),
  };
}

/** Waits for a real answer; ends the server and throws Unreachable when none comes. */
async function whenServing(
  server: Pick<TemporalServer, 'mark' | 'address' | 'namespace'>,
  folder: string,
): Promise<void> {
  const until = Date.now() + readyMs;
  while (isAlive(server.mark) && Date.now() < until) {
    if (await isServing(server.address, server.namespace)) return;
    await wait(pollMs);
  }
  const ended = !isAlive(server.mark);
  await endProcess(server.mark);
  const logFile = logIn(folder);
  throw new Unreachable(
    ended ? 'The Temporal server ended at once.' : 'The Temporal server does not become ready.',
    `The end of ${logFile}:\n${endOfLog(logFile)}`,
  );
}

/** Synchronous FULL survives a power cut; WAL pays for it (measured: docs/architecture.md). */
function serverArguments(
  options: TemporalServerOptions & { readonly port: number; readonly namespace: string },
): string[] {
  const { folder, port, uiPort, namespace, inMemory = false, dynamicConfig = [] } = options;
  const repeated = (flag: string, values: readonly string[]) => values.flatMap((v) => [flag, v]);
  const attributes = Object.values(searchAttributes).map(
    ({ name, type }) => `${name}=${attributeTypes[type]}`,
  );
  return [
    ...['server', 'start-dev', '--ip', loopback, '--port', String(port)],
    ...['--namespace', namespace, '--log-level', options.logLevel ?? 'warn'],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...(inMemory ? [] : ['--db-filename', join(folder, 'temporal.db')]),
    ...repeated('--sqlite-pragma', inMemory ? [] : ['journal_mode=WAL', 'synchronous=FULL']),
    ...repeated('--search-attribute', attributes),
    ...repeated('--dynamic-config-value', dynamicConfig),
  ];
}
