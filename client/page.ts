import { NoSuchPage } from '../register/page';
import type { Outcome } from './answers';
import { reachRegister } from './reach';
import { refuse } from './refusal';

/** A page of what the register keeps; refused where there is no such page. Throws Unreachable. */
export async function pageOf<T>(query: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await reachRegister(query) };
  } catch (error) {
    if (error instanceof NoSuchPage) return refuse(error.message);
    throw error;
  }
}
