import type { Period } from '../domain/figures/period';
import type { Counts } from '../register/counts';
import type { Figures, Outcome } from './answers';
import type { CasesContext } from './context';
import { countCases } from './counts';
import { readFigures } from './figures';
import { neededRegister, reachRegister } from './reach';

/** Figures for many readers: to work them out opens every record of the period. */
export function keptFigures(
  context: CasesContext,
  work = readFigures,
): (period: Period) => Promise<Outcome<Figures>> {
  const keep = keepAnswers<Figures>(context, 5 * 60_000);
  return (period) => keep(`${period.from} ${period.to}`, () => work(context, period));
}

/** Counts for many readers: to count looks at every unfinished task. */
export function keptCounts(
  context: CasesContext,
  work = countCases,
): () => Promise<Outcome<Counts>> {
  const keep = keepAnswers<Counts>(context, 30_000);
  return () => keep('all', () => work(context));
}

/**
 * The same is answered as last time while nothing more has been recorded, and no longer than `keptMs`,
 * since what is late depends on the time; whoever asks meanwhile waits for the same answer. A failure
 * is not kept.
 */
function keepAnswers<T>(context: CasesContext, keptMs: number) {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<Outcome<T>> }>();
  return async (asked: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const { count } = await reachRegister(() => neededRegister(context).head());
    const now = Date.parse(context.now());
    for (const [key, { at }] of kept) if (now - at > keptMs) kept.delete(key);
    const key = `${asked} ${count}`;
    const known = kept.get(key);
    if (known) return known.answer;
    const answer = work();
    kept.set(key, { at: now, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
