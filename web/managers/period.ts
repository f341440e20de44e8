import { dateOf, dayNumber } from '../../domain/day';
import type { Period } from '../../domain/figures/period';
import { londonDateOf } from '../../domain/london';
import { dateFields, readDate, type Read } from '../moments';
import { textOf, type Form } from '../visit';

/** What was asked for, in three fields each way or as two dates; else the year that ends today. */
export function readPeriod(query: Form, now: string): Read<Period> & { readonly typed: Form } {
  const today = londonDateOf(now);
  const year = { from: dateOf(dayNumber(today) - 364), to: today };
  const asked = [readEnd(query, 'from', year), readEnd(query, 'to', year)] as const;
  const [from, to] = asked;
  if ('value' in from && 'value' in to) {
    const value = { from: from.value, to: to.value };
    return { value, typed: { ...dateFields('from', value.from), ...dateFields('to', value.to) } };
  }
  return {
    problems: asked.flatMap((one) => ('problems' in one ? one.problems : [])),
    typed: query,
  };
}

function readEnd(query: Form, end: keyof Period, otherwise: Period): Read<string> {
  const whole = textOf(query, end);
  if (/^\d{4}-\d\d-\d\d$/.test(whole)) return { value: whole };
  const read = readDate(query, end);
  return 'problems' in read ? read : { value: read.value ?? otherwise[end] };
}
