import { createAuthorityFile } from '../activities/authority-file';
import type { Check } from '../cli/checks-text';
import { failureOf } from '../cli/exit';
import { readSettings, SettingsProblem, type Environment } from '../settings';
import { checkDatabase } from './doctor-database';
import { checkMail } from './doctor-mail';
import { checkCalendar, checkCover } from './doctor-people';
import { checkFolder, checkKeys } from './doctor-storage';
import { checkTemporal } from './doctor-temporal';
import { settingsHere } from './here';

/** Looks at everything that notifiable needs; changes nothing and tells nobody. */
export async function examine(env: Environment): Promise<Check[]> {
  try {
    const settings = readSettings(env);
    const here = settingsHere(settings);
    const [temporal, database, mail, people] = await Promise.all([
      checkTemporal(here),
      checkDatabase(here),
      checkMail(here),
      checkPeople(settings.authorityFile),
    ]);
    const good: Check = { name: 'settings', stands: 'good', says: 'all can be read', mend: '' };
    return [
      good,
      ...temporal,
      database,
      mail,
      ...people,
      checkKeys(settings),
      checkFolder(settings),
    ];
  } catch (error) {
    if (!(error instanceof SettingsProblem)) throw error;
    const says = error.problems.join(' ');
    const mend = 'Mend these first: the other checks need them.';
    return [{ name: 'settings', stands: 'bad', says, mend }];
  }
}

async function checkPeople(file: string): Promise<Check[]> {
  const now = new Date().toISOString();
  const name = 'authority’s file';
  try {
    const authority = await createAuthorityFile(file).read();
    const says = `${authority.name}, ${authority.people.length} people: ${file}`;
    return [
      { name, stands: 'good', says, mend: '' },
      checkCover(authority, now),
      checkCalendar(now),
    ];
  } catch (error) {
    const { problem, remedy } = failureOf(error);
    return [{ name, stands: 'bad', says: problem, mend: remedy }, checkCalendar(now)];
  }
}
