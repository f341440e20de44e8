import { createAuthorityFile } from '../activities/authority-file';
import type { Check } from '../cli/checks-text';
import { failureOf } from '../cli/exit';
import { withAbsences, type Absence } from '../domain/absences';
import { londonDateOf } from '../domain/calendar';
import { readSettings, SettingsProblem, type Environment, type Settings } from '../settings';
import { Unreachable } from '../temporal/unreachable';
import { withRegister } from './database';
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
    const [temporal, database, mail] = await Promise.all([
      checkTemporal(here),
      checkDatabase(here),
      checkMail(here),
    ]);
    const people = await checkPeople(here);
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

async function checkPeople(settings: Settings): Promise<Check[]> {
  const now = new Date().toISOString();
  const name = 'authority’s file';
  try {
    const { authorityFile } = settings;
    const authority = await createAuthorityFile(authorityFile).read();
    const says = `${authority.name}, ${authority.people.length} people: ${authorityFile}`;
    const absences = await standingAbsences(settings, londonDateOf(now));
    return [
      { name, stands: 'good', says, mend: '' },
      checkCover(withAbsences(authority, absences), now),
      checkCalendar(now),
    ];
  } catch (error) {
    const { problem, remedy } = failureOf(error);
    return [{ name, stands: 'bad', says: problem, mend: remedy }, checkCalendar(now)];
  }
}

/** What people entered; nothing where the register does not answer, as its own row says. */
async function standingAbsences(settings: Settings, today: string): Promise<readonly Absence[]> {
  try {
    return await withRegister(settings, ({ absences }) => absences.standing(today));
  } catch (error) {
    if (error instanceof Unreachable) return [];
    throw error;
  }
}
