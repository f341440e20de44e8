import { localAddresses } from '../local/run';
import { withLocal, type Settings } from '../settings';
import { openCases, type OpenCases } from './open-cases';

/** The incident records of what `up` left running on this machine, or of the configured server. */
export async function openCasesHere(settings: Settings): Promise<OpenCases> {
  const local = localAddresses(settings);
  return openCases(local === null ? settings : withLocal(settings, local));
}
