import { randomInt } from 'node:crypto';
import { isPortFree } from '../../local/ports';

/** A free port below those that the system hands out, so that nothing takes it between two starts. */
export async function fixedPort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 30_000);
    if (await isPortFree(port)) return port;
  }
}
