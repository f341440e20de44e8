import { startTemporalServer, type TemporalServer } from '../../local/temporal-server';
import { isAlive } from '../../local/process';
import { skippingServerConfig } from '../../temporal/skip-time';
import type { Rig } from './rig';
import { temporalBinary } from './temporal-binary';
import { until } from './until';

/** Kills a rig's server with `kill -9` and starts one on the same port and file. */
export async function killAndStartServer({ server, folder }: Rig): Promise<TemporalServer> {
  const { mark, port } = server;
  process.kill(mark.pid, 'SIGKILL');
  await until(() => !isAlive(mark));
  return startTemporalServer({
    binary: await temporalBinary(),
    folder,
    port,
    dynamicConfig: skippingServerConfig,
    logLevel: 'error',
  });
}
