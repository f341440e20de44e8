import type { Check } from '../cli/checks-text';
import { failureOf } from '../cli/exit';
import type { DatabaseCondition } from '../register/condition';
import { withRegister } from './database';
import type { Settings } from '../settings';

const name = 'database';
const oldest = 14;

/** The register's database: there, new enough, up to date, and closed to changes of the history. */
export async function checkDatabase(settings: Settings): Promise<Check> {
  try {
    return judge(await withRegister(settings, (register) => register.condition()));
  } catch (error) {
    const { problem, remedy } = failureOf(error);
    const isFirst = settings.databaseUrl === null;
    return { name, stands: isFirst ? 'skipped' : 'bad', says: problem, mend: remedy };
  }
}

function judge({ version, missing, mayChange }: DatabaseCondition): Check {
  const bad = (says: string, mend: string): Check => ({ name, stands: 'bad', says, mend });
  if (version < oldest) {
    return bad(`PostgreSQL ${version} is too old`, `Use PostgreSQL ${oldest} or newer.`);
  }
  if (missing.length > 0) {
    return bad(`tables are missing: ${missing.join(', ')}`, 'Run: notifiable migrate');
  }
  if (mayChange) {
    const mend = 'Take UPDATE, DELETE and TRUNCATE on the table entries from notifiable_app.';
    return bad('the application may change what was recorded', mend);
  }
  return { name, stands: 'good', says: `PostgreSQL ${version}, up to date`, mend: '' };
}
