import { localAddresses } from '../local/run';
import { withLocal, type Settings } from '../settings';

/** The settings with the addresses of what `up` left running on this machine, where it did. */
export function settingsHere(settings: Settings): Settings {
  return withLocal(settings, localAddresses(settings));
}
