import { dayNumber } from '../day';
import type { Problem } from '../problem';

/** A period by its first and its last day, London dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What is wrong with a period as somebody typed it. */
export function periodProblems({ from, to }: Period): Problem[] {
  const given = [
    ['--from', from],
    ['--to', to],
  ] as const;
  const wrong = given.filter(([, on]) => !isDate(on));
  if (wrong.length > 0) {
    const remedy = 'Write year-month-day, such as 2026-04-01';
    return wrong.map(([path]) => ({ path, problem: 'This is not a date', remedy }));
  }
  if (from <= to) return [];
  return [{ path: '--to', problem: 'The period ends before it begins', remedy: 'Swap them' }];
}

function isDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}
