import { londonDateOf } from '../domain/calendar';
import { dateInForce, skippedWords } from '../domain/record/date-in-force';
import { roleNames } from '../domain/people';
import type { Rung, SkippedDay } from '../domain/task';
import { dateInWords } from '../domain/wording';
import { shortDate, shortMoment } from '../domain/when';

interface Dated extends DueDates {
  readonly clockStartsAt: string | null;
  readonly counted: readonly string[];
  readonly skipped: readonly SkippedDay[];
  readonly ladder: readonly Pick<Rung, 'at' | 'kind' | 'to' | 'onWeekdays'>[];
}

/** When it is due, which days counted and why others did not, and who hears when. */
export function clockLines(dated: Dated): string[] {
  return [...dueLines(dated), ...workingLines(dated)].map((line) => `      ${line}`);
}

/** The working behind a date, and the messages up to the first of those that repeat. */
export function workingLines({ clockStartsAt, counted, skipped, ladder }: Dated): string[] {
  const days =
    clockStartsAt === null || counted.length === 0
      ? []
      : [
          `day 0: ${dateInWords(londonDateOf(clockStartsAt))}, not counted itself`,
          `counted: ${counted.map(shortDate).join(', ')}`,
          ...(skipped.length > 0 ? [`not counted: ${skipped.map(skippedWords).join(', ')}`] : []),
        ];
  const messages = ladder.filter((rung, index) => isFirst(rung, ladder.slice(0, index)));
  return [...days, ...(messages.length > 0 ? ['messages:', ...messages.map(rungLine)] : [])];
}

type Shown = Dated['ladder'][number];

const isFirst = ({ kind, to }: Shown, before: readonly Shown[]): boolean =>
  kind !== 'chase' || !before.some((one) => one.kind === kind && one.to.join() === to.join());

type DueDates = Parameters<typeof dateInForce>[0];

/** The date that holds, in words; the other one beside it where a later start is claimed. */
export function dueLines(dates: DueDates): string[] {
  const date = dateInForce(dates);
  if (!date) return [];
  const { on, isClaimed, beside } = date;
  const due = `due by the end of ${dateInWords(on)}; aim for 17:00 that day`;
  return [isClaimed ? `${due}, counted from awareness` : due, beside ?? []].flat();
}

function rungLine({ at, kind, to, onWeekdays }: Shown): string {
  const roles = to.map((role) => roleNames[role]).join(', ');
  const again = kind === 'chase' ? ', and so on until it is done' : '';
  const uncounted = onWeekdays ? ' (the calendar holds no bank holidays for that year)' : '';
  return `  ${shortMoment(at).padEnd(22)} ${kind.padEnd(8)}  ${roles}${again}${uncounted}`;
}
