import { londonDateOf } from '../domain/calendar';
import { dateOf, dayNumber } from '../domain/day';
import { dateField, momentField } from '../domain/fields';
import { dateInWords } from '../domain/wording';
import { momentInWords } from '../domain/when';

/** A report whose latest moment is now, and sentences that say what was moved. */
export interface Moved {
  readonly report: unknown;
  readonly said: readonly string[];
}

/**
 * Moves every moment and date of a report as handed in, so that the latest moment is now; dates by
 * the whole London days that awareness moved, so that distances and ages stay. For trying out only.
 */
export function moveToNow(report: unknown, now: string): Moved {
  const aware = momentIn(report, 'becameAwareAt');
  if (aware === null) return { report, said: [] };
  const latest = [aware, ...childrenOf(report).flatMap(knownMoments)].toSorted().at(-1) ?? aware;
  const byMs = Date.parse(now) - Date.parse(latest);
  const movedAware = later(aware, byMs);
  const byDays = dayNumber(londonDateOf(movedAware)) - dayNumber(londonDateOf(aware));
  const moved = move(report, { byMs, byDays });
  return { report: moved, said: sayMoved({ aware, movedAware, moved }) };
}

interface Shift {
  readonly byMs: number;
  readonly byDays: number;
}

const later = (moment: string, ms: number): string =>
  new Date(Date.parse(moment) + ms).toISOString();

function move(value: unknown, shift: Shift): unknown {
  if (Array.isArray(value)) return value.map((one) => move(one, shift));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, moveField(key, held, shift)]),
  );
}

/** Known by their keys: free text that looks like a date stays as it is. */
function moveField(key: string, value: unknown, shift: Shift): unknown {
  if (key === 'occurredOn' || key === 'bornOn') {
    const date = dateField.safeParse(value);
    return date.success ? dateOf(dayNumber(date.data) + shift.byDays) : value;
  }
  if (key === 'becameAwareAt') return moveMoment(value, shift);
  if (key === 'knownAt' && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([fact, moment]) => [fact, moveMoment(moment, shift)]),
    );
  }
  return move(value, shift);
}

function moveMoment(value: unknown, { byMs }: Shift): unknown {
  const moment = momentField.safeParse(value);
  return moment.success ? later(moment.data, byMs) : value;
}

function sayMoved(what: { aware: string; movedAware: string; moved: unknown }): string[] {
  const { aware, movedAware, moved } = what;
  const occurredOn = isObject(moved) ? dateField.safeParse(moved.occurredOn) : null;
  return [
    'For trying out, every moment and date of the report was moved by the same distance.',
    `Awareness: from ${momentInWords(aware)} to ${momentInWords(movedAware)}.`,
    ...(occurredOn?.success ? [`The incident is now dated ${dateInWords(occurredOn.data)}.`] : []),
  ];
}

function momentIn(value: unknown, key: string): string | null {
  const moment = isObject(value) ? momentField.safeParse(value[key]) : null;
  return moment?.success ? moment.data : null;
}

function childrenOf(report: unknown): unknown[] {
  return isObject(report) && Array.isArray(report.children) ? report.children : [];
}

function knownMoments(child: unknown): string[] {
  const knownAt = isObject(child) && isObject(child.knownAt) ? child.knownAt : {};
  return Object.keys(knownAt).flatMap((fact) => momentIn(knownAt, fact) ?? []);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
