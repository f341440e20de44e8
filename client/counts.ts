import { OutsideCalendar } from '../domain/calendar';
import type { Counts } from '../register/counts';
import type { Outcome } from './answers';
import type { CasesContext } from './context';
import { endOfDaysLeft } from './days-left';
import { neededRegister, reachRegister } from './reach';
import { refuse } from './refusal';

/** A statutory task is at risk where no more working days are left (our decision). */
const daysAtRisk = 1;

/** What is open, late and at risk now; refused where the calendar has ended. Throws Unreachable. */
export async function countCases(context: CasesContext): Promise<Outcome<Counts>> {
  const { queries } = neededRegister(context);
  const now = context.now();
  try {
    const soon = endOfDaysLeft(daysAtRisk, { calendar: context.calendar, now });
    return { ok: true, value: await reachRegister(() => queries.counts(now, soon)) };
  } catch (error) {
    if (error instanceof OutsideCalendar) return refuse(error.message);
    throw error;
  }
}
