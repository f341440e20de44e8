import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Unreachable } from '../temporal/unreachable';
import { freePort, loopback } from './ports';
import { findPostgresBinary, nativeFolder } from './postgres-binary';
import { clusterOf, database, makeCluster, readPasswords, roles } from './postgres-cluster';
import { clearStaleLock, postmasterOf } from './postgres-lock';
import {
  insteadOfRoot,
  type PostgresPrograms,
  type PostgresUser,
  postgresUser,
  runProgram,
  takeOver,
} from './postgres-user';
import { endOfLog, endProcess } from './process';
import { noteRunning, type PostgresPart, readRunFile } from './run-file';
import type { Say } from './temporal-binary';

/** Where the embedded database is reached, passwords included. */
export interface DatabaseAddresses {
  /** As the application, which may only add to the register. */
  readonly databaseUrl: string;
  /** As the owner of the tables: for migrations. */
  readonly databaseOwnerUrl: string;
}

/** Given by tests only. */
export interface PostgresChoices {
  /** The folder of the platform package that holds the programs. */
  readonly native?: string;
  /** What root may try. */
  readonly users?: readonly PostgresUser[];
}

const startSeconds = 60;
const attempts = 5;

/** The database of this data folder: the one that runs, else a new one on the same port. */
export async function attachPostgres(
  dataFolder: string,
  say: Say,
  choices: PostgresChoices = {},
): Promise<PostgresPart> {
  const cluster = clusterOf(dataFolder);
  const running = postmasterOf(cluster);
  const noted = readRunFile(dataFolder).postgres;
  if (running?.isReady && (await isListening(running.port))) {
    say(`PostgreSQL still runs at ${loopback}:${running.port} (process ${running.mark.pid}).`);
    return note(dataFolder, { mark: running.mark, port: running.port });
  }
  if (noted?.mark) say('The database noted in run.json no longer answers; starting it again.');
  await stopPostgres(dataFolder);
  const programs = findPrograms(dataFolder, choices);
  if (!existsSync(cluster)) {
    say('PostgreSQL: making the database.');
    await makeCluster(dataFolder, programs);
  }
  const port = await freePort(noted?.port);
  await startServer(dataFolder, programs, port);
  const mark = postmasterOf(cluster)?.mark;
  if (!mark) throw notStarted(dataFolder);
  say(`PostgreSQL: ${loopback}:${port} (process ${mark.pid}).`);
  return note(dataFolder, { mark, port });
}

function findPrograms(dataFolder: string, choices: PostgresChoices): PostgresPrograms {
  const { native = nativeFolder(), users = insteadOfRoot } = choices;
  const binary = findPostgresBinary(dataFolder, native);
  const user = postgresUser(binary, dataFolder, users);
  takeOver([clusterOf(dataFolder), logOf(dataFolder)], user);
  return { binary, user };
}

/** Ends whatever server holds the cluster, known from run.json or not. Nothing written is lost. */
export async function stopPostgres(dataFolder: string): Promise<void> {
  const running = postmasterOf(clusterOf(dataFolder));
  if (running) await endProcess(running.mark, { first: 'SIGINT' });
  const { postgres } = readRunFile(dataFolder);
  if (postgres?.mark) noteRunning(dataFolder, { postgres: { ...postgres, mark: null } });
}

/** Null: this data folder's database does not run. */
export function databaseAddresses(dataFolder: string): DatabaseAddresses | null {
  const running = postmasterOf(clusterOf(dataFolder));
  const passwords = readPasswords(dataFolder);
  if (!running || !passwords) return null;
  const url = (role: 'owner' | 'application') =>
    `postgres://${roles[role]}:${passwords[role]}@${loopback}:${running.port}/${database}`;
  return { databaseUrl: url('application'), databaseOwnerUrl: url('owner') };
}

/** After a kill, processes of the old server may take a moment to see that it is gone. */
async function startServer(
  dataFolder: string,
  programs: PostgresPrograms,
  port: number,
): Promise<void> {
  const cluster = clusterOf(dataFolder);
  for (let attempt = 1; ; attempt += 1) {
    clearStaleLock(cluster);
    try {
      return await runProgram(programs, [
        ...(['pg_ctl', 'start', '-D', cluster, '-l', logOf(dataFolder)] as const),
        ...['-w', '-t', String(startSeconds), '-o', `-p ${port}`],
      ]);
    } catch (error) {
      await stopPostgres(dataFolder);
      if (attempt === attempts) throw notStarted(dataFolder, error);
      await wait(attempt * 500);
    }
  }
}

function notStarted(dataFolder: string, cause?: unknown): Unreachable {
  const log = logOf(dataFolder);
  const end = `The end of ${log}:\n${endOfLog(log)}`;
  return new Unreachable('PostgreSQL cannot be started.', end, { cause });
}

function note(dataFolder: string, part: PostgresPart): PostgresPart {
  noteRunning(dataFolder, { postgres: part });
  return part;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: loopback, timeout: 2_000 });
    const answer = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}

const logOf = (dataFolder: string) => join(dataFolder, 'postgres.log');
