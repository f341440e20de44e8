import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  attachPostgres,
  type DatabaseAddresses,
  databaseAddresses,
  stopPostgres,
} from './postgres';
import { inTurn } from './lock-file';
import { clusterOf } from './postgres-cluster';
import { isAlive, markOf, type ProcessMark } from './process';
import type { Say } from './temporal-binary';

/** This data folder's database for as long as one command needs it. */
export interface BorrowedPostgres extends DatabaseAddresses {
  /** The last to give it back stops it, where a borrower started it and `up` has not come since. */
  readonly giveBack: () => Promise<void>;
}

const borrowers = (dataFolder: string) => join(dataFolder, 'postgres-borrowers');
const startedName = 'started';
const startedByBorrower = (dataFolder: string) => join(borrowers(dataFolder), startedName);

/**
 * The database of this data folder, started where it does not run. Null: nothing was ever kept
 * here, and nothing is made unless `make` says so. Throws Unreachable where it cannot run.
 */
export async function borrowPostgres(
  dataFolder: string,
  say: Say,
  { make = false }: { readonly make?: boolean } = {},
): Promise<BorrowedPostgres | null> {
  if (!make && !existsSync(clusterOf(dataFolder))) return null;
  mkdirSync(borrowers(dataFolder), { recursive: true, mode: 0o700 });
  const own = join(borrowers(dataFolder), randomUUID());
  const letGo = async () => {
    rmSync(own, { force: true });
    if (!existsSync(startedByBorrower(dataFolder)) || isLent(dataFolder)) return;
    await stopPostgres(dataFolder);
    rmSync(startedByBorrower(dataFolder));
  };
  return postgresInTurn(dataFolder, async () => {
    writeFileSync(own, JSON.stringify(markOf(process.pid)), { mode: 0o600 });
    try {
      if (databaseAddresses(dataFolder) === null) writeFileSync(startedByBorrower(dataFolder), '');
      await attachPostgres(dataFolder, say);
      const addresses = databaseAddresses(dataFolder);
      if (addresses) return { ...addresses, giveBack: () => postgresInTurn(dataFolder, letGo) };
      throw new Error('The database ended as soon as it had started');
    } catch (error) {
      await letGo();
      throw error;
    }
  });
}

/** For whoever brings everything up: the database runs, and no borrower stops it any more. */
export async function takePostgres(dataFolder: string, say: Say): Promise<void> {
  await postgresInTurn(dataFolder, async () => {
    await attachPostgres(dataFolder, say);
    rmSync(startedByBorrower(dataFolder), { force: true });
  });
}

/** Nobody starts it while another does, attaches to it while it is stopped, or the like. */
const postgresInTurn = <T>(dataFolder: string, use: () => Promise<T>): Promise<T> =>
  inTurn(join(dataFolder, 'postgres.lock'), use);

/** Whether a process that still runs has it; what a killed one left is cleared away. */
function isLent(dataFolder: string): boolean {
  const folder = borrowers(dataFolder);
  const names = readdirSync(folder).filter((name) => name !== startedName);
  const isHeld = (name: string) => {
    const mark = JSON.parse(readFileSync(join(folder, name), 'utf8')) as ProcessMark | null;
    if (mark !== null && isAlive(mark)) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  };
  return names.filter(isHeld).length > 0;
}
