import type { Calendar } from './calendar';
import { londonDateOf } from './london';
import type { Strength } from './strength';
import { dateInWords, lateWords, standing } from './wording';

interface Due {
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  readonly strength: Strength;
}

/**
 * When something is due, as a person needs it now (an instant, UTC): `due Thursday 31 December 2026, 2
 * working days left; aim for 17:00 that day`, `late by 1 working day: it was due …`. Null: no date.
 */
export function dueWords(calendar: Calendar, due: Due, now: string): string | null {
  const { dueOn, dueAt, strength } = due;
  if (dueOn === null) return null;
  const stands = standing(calendar, due, { at: now, on: londonDateOf(now) });
  const day = dateInWords(dueOn);
  if (dueAt !== null && now >= dueAt) {
    return `${stands ?? lateWords[strength]}: it was due ${day}`;
  }
  if (stands === 'due today')
    return `due today, ${day}; aim for 17:00, by the end of the day at the latest`;
  return `due ${day}${stands === null ? '' : `, ${stands}`}; aim for 17:00 that day`;
}
