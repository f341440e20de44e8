import type { Entry } from '../domain/record/entry';
import { shortMoment } from '../domain/when';

const lateTypingMs = 60_000;

/** One line of the history: when, who, what, under which rule. */
export function entryLine({ at, recordedAt, by, text, rule }: Entry): string {
  const typedLater = Date.parse(recordedAt) - Date.parse(at) > lateTypingMs;
  return [
    `${shortMoment(at)}  ${by}: ${oneLine(text)}`,
    ...(typedLater ? [`(recorded ${shortMoment(recordedAt)})`] : []),
    ...(rule === null ? [] : [`[${rule}]`]),
  ].join('  ');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
