import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  attachPostgres,
  type DatabaseAddresses,
  databaseAddresses,
  stopPostgres,
} from './postgres';
import { clusterOf } from './postgres-cluster';
import { isAlive, markOf, type ProcessMark } from './process';
import type { Say } from './temporal-binary';

/** This data folder's database for as long as one command needs it. */
export interface BorrowedPostgres extends DatabaseAddresses {
  /** The last to give it back stops it, where a borrower started it and `up` has not come since. */
  readonly giveBack: () => Promise<void>;
}

const borrowers = (dataFolder: string) => join(dataFolder, 'postgres-borrowers');
const startedByBorrower = (dataFolder: string) => join(borrowers(dataFolder), 'started');

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
  const own = join(borrowers(dataFolder), String(process.pid));
  writeFileSync(own, JSON.stringify(markOf(process.pid)), { mode: 0o600 });
  const giveBack = async () => {
    rmSync(own, { force: true });
    if (isLent(dataFolder) || !existsSync(startedByBorrower(dataFolder))) return;
    keepPostgres(dataFolder);
    await stopPostgres(dataFolder);
  };
  try {
    if (databaseAddresses(dataFolder) === null) writeFileSync(startedByBorrower(dataFolder), '');
    await attachPostgres(dataFolder, say);
    const addresses = databaseAddresses(dataFolder);
    if (addresses) return { ...addresses, giveBack };
    throw new Error('The database ended as soon as it had started');
  } catch (error) {
    await giveBack();
    throw error;
  }
}

/** Whoever brings everything up takes the database over: no borrower stops it any more. */
export function keepPostgres(dataFolder: string): void {
  rmSync(startedByBorrower(dataFolder), { force: true });
}

/** Whether a process that still runs has it; what a killed one left is cleared away. */
function isLent(dataFolder: string): boolean {
  const folder = borrowers(dataFolder);
  const files = readdirSync(folder).filter((name) => /^\d+$/.test(name));
  const isHeld = (name: string) => {
    const mark = JSON.parse(readFileSync(join(folder, name), 'utf8')) as ProcessMark | null;
    if (mark !== null && isAlive(mark)) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  };
  return files.filter(isHeld).length > 0;
}
