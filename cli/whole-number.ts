import { InvalidArgumentError } from '@commander-js/extra-typings';

/** An option's value as a number; anything else is wrong usage. */
export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number.');
}
