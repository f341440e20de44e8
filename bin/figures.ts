import type { ReadFigures } from '../cli/parts';
import { englandAndWales as calendar } from '../domain/bank-holidays';
import { endOfLondonDay, londonInstant } from '../domain/calendar';
import type { AnyState } from '../domain/records';
import { figuresOf, type IncidentFigures } from '../domain/figures/incident-figures';
import { withRegister } from './database';

/** The figures of every incident of a period, the earliest awareness first. Throws Unreachable. */
export const readFigures: ReadFigures = (settings, { from, to, now }) =>
  withRegister(settings, async ({ queries }) => {
    const incidents: IncidentFigures[] = [];
    const unreadable: string[] = [];
    const span = { from: londonInstant(from, '00:00'), to: endOfLondonDay(to) };
    for await (const page of queries.statesBetween(span)) {
      for (const { reference, kept } of page) {
        if (kept === null) unreadable.push(reference);
        else incidents.push(figuresOf(kept.state as AnyState, { now, calendar }));
      }
    }
    incidents.sort((one, other) => (one.awareOn < other.awareOn ? -1 : 1));
    return { incidents, unreadable };
  });
