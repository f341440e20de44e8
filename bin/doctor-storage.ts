import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Check } from '../cli/checks-text';
import type { Settings } from '../settings';
import { payloadKeys } from '../temporal/payload-keys';

/** The keys that encrypt what Temporal stores; none is made here. */
export function checkKeys(settings: Settings): Check {
  const name = 'payload keys';
  const file = join(settings.dataFolder, 'payload-key');
  const isSet = settings.payloadKeys.length > 0;
  if (!isSet && !existsSync(file)) {
    return { name, stands: 'skipped', says: 'none yet: the first start makes one', mend: '' };
  }
  try {
    const [current] = payloadKeys(settings);
    const says = `${current?.id ?? 'none'} encrypts${isSet ? '' : `; it is kept in ${file}`}`;
    if (isSet || settings.temporal.embedded) return { name, stands: 'good', says, mend: '' };
    const mend = 'Set NOTIFIABLE_PAYLOAD_KEY: every worker and every user needs the same key.';
    return { name, stands: 'warning', says, mend };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { name, stands: 'bad', says, mend: 'Without it nothing stored can be read.' };
  }
}

/** The folder of history and everything embedded. */
export function checkFolder({ dataFolder }: Settings): Check {
  const name = 'data folder';
  try {
    accessSync(nearest(dataFolder), constants.W_OK | constants.X_OK);
    return { name, stands: 'good', says: dataFolder, mend: '' };
  } catch {
    const mend = 'Let this user write there, or set NOTIFIABLE_DATA to another folder.';
    return { name, stands: 'bad', says: `${dataFolder} cannot be written to`, mend };
  }
}

/** The folder itself; or the closest that is there, in which it would be made. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}
