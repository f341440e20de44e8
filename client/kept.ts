import { readKeptState } from '../domain/kept-state';
import type { AnyState } from '../domain/records';
import type { AsOf } from './answers';
import type { CasesContext } from './context';
import { reachRegister } from './reach';

/** A record as the register has it. */
export interface Kept {
  readonly state: AnyState;
  readonly last: Omit<AsOf, 'why'>;
}

/** Null: no register is there, or it does not know the reference. */
export async function findKept(
  { register }: CasesContext,
  reference: string,
): Promise<Kept | null> {
  const kept = register && (await reachRegister(() => register.queries.state(reference)));
  if (!kept) return null;
  const { number, recordedAt } = kept;
  const state = readKeptState(kept.state, { reference, number });
  return { state, last: { entry: number, recordedAt } };
}
