import type { Settings } from '../settings';
import { isServing } from '../temporal/health';
import { freePort, loopback } from './ports';
import { endProcess, isAlive } from './process';
import { noteRunning, readRunFile, type TemporalPart } from './run-file';
import { findTemporalBinary, type Say } from './temporal-binary';
import { startTemporalServer, type TemporalServer } from './temporal-server';

export const temporalAddress = ({ port }: TemporalPart) => `${loopback}:${port}`;
export const temporalUi = ({ uiPort }: TemporalPart) => `http://localhost:${uiPort}`;

/** The server of this data folder: the one that runs, else a new one on the same ports. */
export async function attachTemporal(settings: Settings, say: Say): Promise<TemporalPart> {
  const { dataFolder } = settings;
  const namespace = settings.temporal.namespace ?? 'default';
  const noted = readRunFile(dataFolder).temporal;
  if (noted?.mark) {
    if (isAlive(noted.mark) && (await isServing(temporalAddress(noted), namespace))) {
      say(`Temporal still runs at ${temporalAddress(noted)} (process ${noted.mark.pid}).`);
      return noted;
    }
    say('The Temporal server noted in run.json no longer answers; starting it again.');
    await endProcess(noted.mark);
  }
  const binary = await findTemporalBinary(dataFolder, say);
  const port = await freePort(noted?.port);
  const uiPort = await freePort(noted?.uiPort);
  const options = { binary, folder: dataFolder, namespace, port, uiPort };
  const partOf = ({ mark }: TemporalServer): TemporalPart => ({ mark, port, uiPort, namespace });
  const server = await startTemporalServer(options, (spawned) => {
    noteRunning(dataFolder, { temporal: partOf(spawned) });
  });
  return partOf(server);
}
