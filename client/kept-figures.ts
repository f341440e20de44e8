import type { Period } from '../domain/figures/period';
import type { Figures, Outcome } from './answers';
import type { CasesContext } from './context';
import { readFigures } from './figures';
import { neededRegister, reachRegister } from './reach';

const keptMs = 5 * 60_000;

/**
 * Figures for many readers: to work them out opens every record of the period. The same period is
 * answered as last time while nothing more has been recorded, for five minutes at most, since what is
 * late depends on the time; whoever asks meanwhile waits for the same answer. A failure is not kept.
 */
export function keptFigures(
  context: CasesContext,
  work = readFigures,
): (period: Period) => Promise<Outcome<Figures>> {
  const kept = new Map<
    string,
    { readonly at: number; readonly answer: Promise<Outcome<Figures>> }
  >();
  return async (period) => {
    const { count } = await reachRegister(() => neededRegister(context).head());
    const now = Date.parse(context.now());
    for (const [key, { at }] of kept) if (now - at > keptMs) kept.delete(key);
    const key = `${period.from} ${period.to} ${count}`;
    const known = kept.get(key);
    if (known) return known.answer;
    const answer = work(context, period);
    kept.set(key, { at: now, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
