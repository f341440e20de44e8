import type { AnyState } from '../domain/records';
import type { Link } from '../domain/case/state';
import type { CasesContext } from './context';
import { reachRegister } from './reach';
import { search } from './search';

/** A record with when the authority became aware as linked records say now; else as they said then. */
export async function withLinksOfNow(
  { register, now }: CasesContext,
  state: AnyState,
): Promise<AnyState> {
  if (!register || state.kind !== 'incident') return state;
  const ofNow = async (link: Link): Promise<Link> => {
    const { find } = register.queries;
    const { found } = await search(reachRegister(() => find(link.reference, now())));
    return found ? { ...link, becameAwareAt: found.record.becameAwareAt } : link;
  };
  return { ...state, links: await Promise.all(state.links.map(ofNow)) };
}
