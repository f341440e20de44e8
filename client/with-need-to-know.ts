import { concerns } from '../domain/need-to-know';
import { actorOf } from './actor';
import type { Cases, Outcome } from './answers';
import type { CasesContext } from './context';
import { refuseUnknown } from './refusal';

/**
 * The cases as they are to somebody who may not see every record: one that does not concern them is
 * "not found", to read as to act on. `by` is a person's id in the authority's file. Made anew for
 * each request: a record that concerned them is not looked at again.
 */
export function withNeedToKnow(
  cases: Cases,
  { readAuthority, now }: Pick<CasesContext, 'readAuthority' | 'now'>,
  by: string,
): Cases {
  const concerning = new Set<string>();
  const inspect: Cases['inspect'] = async (reference) => {
    const seen = await cases.inspect(reference);
    if (!seen.ok) return seen;
    const authority = await readAuthority();
    const actor = actorOf(authority, by, now());
    if (!actor.ok) return actor;
    if (!concerns(seen.value, actor.value, authority)) return refuseUnknown(reference);
    concerning.add(reference);
    return seen;
  };
  const guarded = async <T>(
    reference: string,
    answer: () => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    if (concerning.has(reference)) return answer();
    const seen = await inspect(reference);
    return seen.ok ? answer() : seen;
  };
  return {
    ...cases,
    inspect,
    report: (reference, use) => guarded(reference, () => cases.report(reference, use)),
    history: (reference) => guarded(reference, () => cases.history(reference)),
    act: (reference, wish, who) => guarded(reference, () => cases.act(reference, wish, who)),
    attach: (reference, file) => guarded(reference, () => cases.attach(reference, file)),
    file: (reference, id) => guarded(reference, () => cases.file(reference, id)),
    link: (reference, request) =>
      guarded(reference, () => guarded(request.other, () => cases.link(reference, request))),
    startFromReferral: (reference, given) =>
      guarded(reference, () => cases.startFromReferral(reference, given)),
  };
}
