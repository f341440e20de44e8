import { londonDateOf, londonInstant } from '../domain/london';
import { timeInWords } from '../domain/when';
import type { Problem } from '../domain/problem';
import { textOf, type Form } from './visit';

/** What was read of fields; or what is wrong with them. */
export type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

const parts = ['day', 'month', 'year'] as const;

const wrong = (path: string, problem: string, remedy: string) => ({
  problems: [{ path, problem, remedy }],
});

/** A date in three fields, `NAME-day`, `NAME-month`, `NAME-year`; null where all are empty. */
export function readDate(form: Form, name: string): Read<string | null> {
  const [day = '', month = '', year = ''] = parts.map((part) => textOf(form, `${name}-${part}`));
  if (day === '' && month === '' && year === '') return { value: null };
  const remedy = 'Write day, month and year in numbers, such as 22 12 2026';
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) {
    return wrong(`${name}-day`, 'This date is not whole', remedy);
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return exists(date) ? { value: date } : wrong(`${name}-day`, 'There is no such date', remedy);
}

function exists(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}

/** A date and a time of day in London, `NAME-time` as 17:30, as an instant; null: all are empty. */
export function readMoment(form: Form, name: string): Read<string | null> {
  const date = readDate(form, name);
  if ('problems' in date) return date;
  const time = /^(\d{1,2})[:.]?(\d\d)$/.exec(textOf(form, `${name}-time`));
  const isEmpty = textOf(form, `${name}-time`) === '';
  if (date.value === null && isEmpty) return { value: null };
  if (date.value === null) {
    return wrong(`${name}-day`, 'The date is missing', 'Write the day to which the time belongs');
  }
  const [hours, minutes] = [Number(time?.[1]), Number(time?.[2])];
  if (!time || hours > 23 || minutes > 59) {
    const problem = isEmpty ? 'The time is missing' : 'This is not a time of day';
    return wrong(
      `${name}-time`,
      problem,
      'Write hours and minutes, such as 17:30; about is enough',
    );
  }
  const clock = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return { value: londonInstant(date.value, clock) };
}

/** A date as the three fields show it. */
export function dateFields(name: string, date: string | null): Form {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  const [d, m] = [day, month].map((part) => part.replace(/^0/, ''));
  return { [`${name}-day`]: d ?? '', [`${name}-month`]: m ?? '', [`${name}-year`]: year };
}

/** An instant as the four fields show it, in London. */
export function momentFields(name: string, instant: string | null): Form {
  if (instant === null) return { ...dateFields(name, null), [`${name}-time`]: '' };
  return {
    ...dateFields(name, londonDateOf(instant)),
    [`${name}-time`]: timeInWords(instant),
  };
}
