import { mayDo, permissions } from '../domain/permissions';
import type { RecordKindName } from '../domain/record/kinds';
import type { Role } from '../domain/roles';
import type { SignedIn } from './visit';

/** Whether a person's roles, or those they cover, allow an action on a kind of record. */
export function mayAct(
  kind: RecordKindName,
  name: string,
  { roles }: Pick<SignedIn, 'roles'>,
): boolean {
  const rows: Readonly<Record<string, readonly Role[] | undefined>> = permissions[kind];
  return mayDo(rows[name] ?? [], roles);
}
