import { endOfLondonDay, londonInstant } from '../domain/calendar';
import type { CaseState } from '../domain/case/state';
import { figuresOf, type IncidentFigures } from '../domain/figures/incident-figures';
import { type Period, periodProblems } from '../domain/figures/period';
import type { Figures, Outcome } from './answers';
import type { CasesContext } from './context';
import { neededRegister, reachRegister } from './reach';

/** The figures of every incident of a period as they stand now. Throws Unreachable. */
export async function readFigures(
  context: CasesContext,
  period: Period,
): Promise<Outcome<Figures>> {
  const problems = periodProblems(period);
  if (problems.length > 0) return { ok: false, problems };
  const { queries } = neededRegister(context);
  const moment = { now: context.now(), calendar: context.calendar };
  const incidents: IncidentFigures[] = [];
  const unreadable: string[] = [];
  const span = { from: londonInstant(period.from, '00:00'), to: endOfLondonDay(period.to) };
  await reachRegister(async () => {
    for await (const page of queries.statesBetween(span)) {
      for (const { reference, kept } of page) {
        if (kept === null) unreadable.push(reference);
        else incidents.push(figuresOf(kept.state as CaseState, moment));
      }
    }
  });
  incidents.sort((one, other) => (one.awareOn < other.awareOn ? -1 : 1));
  return { ok: true, value: { incidents, unreadable } };
}
