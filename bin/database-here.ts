import { borrowPostgres } from '../local/borrow-postgres';
import type { Settings } from '../settings';

/** Settings that name the database, and how to give it back. */
export interface DatabaseHere {
  readonly settings: Settings;
  readonly release: () => Promise<void>;
}

const nothing = () => Promise.resolve();

/**
 * The configured database; else this machine's own, started for as long as a command needs it. Where
 * nothing was ever kept the settings name none, unless `make` says to begin. Throws Unreachable.
 */
export async function databaseHere(
  settings: Settings,
  options: { readonly make?: boolean } = {},
): Promise<DatabaseHere> {
  if (settings.databaseUrl !== null) return { settings, release: nothing };
  const borrowed = await borrowPostgres(settings.dataFolder, () => undefined, options);
  if (borrowed === null) return { settings, release: nothing };
  const { databaseUrl, databaseOwnerUrl, giveBack } = borrowed;
  return { settings: { ...settings, databaseUrl, databaseOwnerUrl }, release: giveBack };
}
