import { existsSync } from 'node:fs';
import type { Check } from '../cli/checks-text';
import { failureOf } from '../cli/exit';
import { clusterOf } from '../local/postgres-cluster';
import type { DatabaseCondition } from '../register/condition';
import type { Settings } from '../settings';
import { withRegister } from './database';

const name = 'database';
const oldest = 14;

/** The register's database: there, new enough, up to date, and closed to changes of the history. */
export async function checkDatabase(settings: Settings): Promise<Check> {
  if (settings.databaseUrl === null && !existsSync(clusterOf(settings.dataFolder))) {
    return { name, stands: 'skipped', says: 'none yet: the first start makes one', mend: '' };
  }
  try {
    return judgeDatabase(await withRegister(settings, (register) => register.condition()));
  } catch (error) {
    const { problem, remedy } = failureOf(error);
    return { name, stands: 'unreachable', says: problem, mend: remedy };
  }
}

/** What its condition means, the worst first. */
export function judgeDatabase(condition: DatabaseCondition): Check {
  const { version, missing } = condition;
  const bad = (says: string, mend: string): Check => ({ name, stands: 'bad', says, mend });
  if (version < oldest) {
    return bad(`PostgreSQL ${version} is too old`, `Use PostgreSQL ${oldest} or newer.`);
  }
  if (missing.length > 0) {
    return bad(`tables are missing: ${missing.join(', ')}`, 'Run `notifiable migrate`.');
  }
  if (condition.applicationMayChange) {
    const mend =
      'Take UPDATE, DELETE and TRUNCATE on entries, accesses, evidence_files, received and absences ' +
      'from notifiable_app; single columns of the last two it may fill.';
    return bad('the application may change what was recorded', mend);
  }
  const says = `PostgreSQL ${version}, up to date`;
  if (!condition.loginMayChange) return { name, stands: 'good', says, mend: '' };
  const mend =
    'Name the tables’ owner in DATABASE_OWNER_URL, for `notifiable migrate` alone, and in ' +
    'DATABASE_URL a login that is in notifiable_app and nothing else.';
  return { name, stands: 'warning', says: `${says}; the login in DATABASE_URL owns it`, mend };
}
