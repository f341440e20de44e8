import type { ReadFigures } from '../cli/parts';
import { noted } from '../client/with-accesses';
import { englandAndWales as calendar } from '../domain/bank-holidays';
import { endOfLondonDay, londonInstant } from '../domain/calendar';
import type { CaseState } from '../domain/case/state';
import { figuresOf, type IncidentFigures } from '../domain/figures/incident-figures';
import { bookOf } from './book-of';
import { withRegister } from './database';

/**
 * The figures of every incident of a period, the earliest awareness first. That they were read, and
 * by whom, is recorded first: they name each incident and say what was written of it. Throws Unreachable.
 */
export const readFigures: ReadFigures = (settings, { from, to, now, by, warn }) =>
  withRegister(settings, (register) => {
    const asked = { what: `figures ${from} to ${to}`, reference: null, by, isRead: true };
    return noted(bookOf(register, settings, { by, warn }), asked, async () => {
      const incidents: IncidentFigures[] = [];
      const unreadable: string[] = [];
      const span = { from: londonInstant(from, '00:00'), to: endOfLondonDay(to) };
      for await (const page of register.queries.statesBetween(span)) {
        for (const { reference, kept } of page) {
          if (kept === null) unreadable.push(reference);
          else incidents.push(figuresOf(kept.state as CaseState, { now, calendar }));
        }
      }
      incidents.sort((one, other) => (one.awareOn < other.awareOn ? -1 : 1));
      return { ok: true, value: { incidents, unreadable } };
    });
  });
