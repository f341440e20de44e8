import { openRegister, type Register } from '../../register/register';
import { payloadKeys } from '../../temporal/payload-keys';
import { createSeal } from '../../temporal/seal';
import { startTestPostgres, type TestPostgres } from './postgres';
import { startRig, type Rig, type RigOptions } from './rig';

/** A rig whose history goes to a real register, and that register opened with its keys. */
export interface RegisterRig extends Rig {
  readonly postgres: TestPostgres;
  readonly register: Register;
}

export async function startRegisterRig(options: RigOptions = {}): Promise<RegisterRig> {
  const postgres = await startTestPostgres();
  const env = { ...options.env, DATABASE_URL: postgres.databaseUrl };
  const rig = await startRig({ ...options, env });
  const register = openRegister(postgres.databaseUrl, createSeal(payloadKeys(rig.settings)));
  const stop = async () => {
    await rig.stop();
    await register.close();
    await postgres.stop();
  };
  return { ...rig, postgres, register, stop };
}
