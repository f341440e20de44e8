import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { packFormat } from '../../pack/format';
import { makePackFolder, writePack } from '../../pack/write';
import { openRegister } from '../../register/register';
import { eventfulIncident, keepIncident } from '../support/kept-incident';
import { startTestPostgres } from '../support/postgres';
import { testSeal } from '../support/test-seal';

/** Saves a pack of the present format. Once a format is released its pack stays as it is. */
async function save(): Promise<void> {
  const reference = 'SI-2026-TEST';
  const postgres = await startTestPostgres();
  const register = openRegister(postgres.databaseUrl, testSeal);
  try {
    await keepIncident(register, eventfulIncident(reference));
    const whole = await register.queries.whole(reference);
    const by = { exportedAt: '2027-01-06T09:00:00.000Z', exportedBy: 'manager-1' };
    if (!whole) throw new Error('It was not kept');
    const folder = join(__dirname, `${packFormat}`);
    rmSync(folder, { recursive: true, force: true });
    await makePackFolder(folder);
    await writePack(folder, whole, by);
  } finally {
    await register.close();
    await postgres.stop();
  }
}

void save();
