import { mayDo } from '../../domain/permissions';
import type { SignedIn } from '../visit';

/** What was received and does not run is seen by whoever handed it in, and by those who answer for all. */
export const seesReceived = (person: SignedIn, handedInBy: string): boolean =>
  handedInBy === person.id || mayDo(['manager', 'director'], person.roles);
