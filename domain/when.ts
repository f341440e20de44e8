import { londonDateOf } from './calendar';
import { dateInWords } from './wording';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });

/** London's time of day at an instant, such as `17:30`. */
export const timeInWords = (instant: string): string => clock.format(new Date(instant));

/** `Tuesday 22 December 2026, 17:30`, in London. */
export const momentInWords = (instant: string): string =>
  `${dateInWords(londonDateOf(instant))}, ${timeInWords(instant)}`;

/** `Tue 22 Dec`. */
export function shortDate(on: string): string {
  const [weekday = '', day = '', month = ''] = dateInWords(on).split(' ');
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}

/** `Tue 22 Dec 2026 17:30`, in London. */
export const shortMoment = (instant: string): string => {
  const on = londonDateOf(instant);
  return `${shortDate(on)} ${on.slice(0, 4)} ${timeInWords(instant)}`;
};
