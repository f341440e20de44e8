import { permissions, roleRefused } from '../domain/permissions';
import type { AccessPage } from '../register/accesses';
import { actorOf } from './actor';
import type { AccessRequest, Outcome } from './answers';
import type { CasesContext } from './context';
import { pageOf } from './page';
import { neededRegister, reachRegister } from './reach';
import { refuse, refuseUnknown } from './refusal';

/** Who read an incident, or any, and who was refused what; for those who may know it. */
export async function readAccesses(
  context: CasesContext,
  { by, ...query }: AccessRequest,
): Promise<Outcome<AccessPage>> {
  const actor = actorOf(await context.readAuthority(), by, context.now());
  if (!actor.ok) return actor;
  const refused = roleRefused(permissions.register.accesses, actor.value);
  if (refused !== null) return refuse(refused);
  const { queries } = neededRegister(context);
  const { reference } = query;
  const isThere = reference === null || (await reachRegister(() => queries.isKnown(reference)));
  return isThere ? pageOf(() => queries.accesses(query)) : refuseUnknown(reference);
}
