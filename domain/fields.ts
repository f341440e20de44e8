import { z } from 'zod';
import { utc } from './london';

// By convention a schema's message is its remedy; zod-problems.ts words the problem itself.

const momentRemedy = 'Write date, time and offset, such as 2026-12-22T17:30:00+00:00';
const momentPattern =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function whatIsWrong(text: string): string | undefined {
  if (!momentPattern.test(text)) {
    return momentPattern.test(`${text}Z`)
      ? 'This moment has no offset from UTC'
      : 'This is not a moment';
  }
  // A year at the edge of what a date can hold would leave it once the offset is applied.
  if (!isPlausibleYear(text)) return 'This year cannot be right';
  return z.iso.date().safeParse(text.slice(0, 10)).success ? undefined : 'There is no such date';
}

/** An instant with an offset, parsed to UTC with milliseconds and `Z`. */
export const momentField = z
  .string({ error: momentRemedy })
  .check((context) => {
    const problem = whatIsWrong(context.value);
    if (problem === undefined) return;
    const { value: input } = context;
    context.issues.push({ code: 'custom', message: momentRemedy, params: { problem }, input });
  })
  .transform(utc);

const dateRemedy = 'Write an existing date as year-month-day, such as 2026-12-20';

export const dateField = z.iso.date({ error: dateRemedy }).check((context) => {
  if (!/^\d{4}-/.test(context.value) || isPlausibleYear(context.value)) return;
  const { value: input } = context;
  const params = { problem: 'This year cannot be right' };
  context.issues.push({ code: 'custom', message: dateRemedy, params, input });
});

/** A mistyped century must not make a child an adult. */
function isPlausibleYear(date: string): boolean {
  return /^(19|20|21)/.test(date);
}

export const clockField = z
  .string({ error: 'Write a time of day, such as "09:00"' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write a time of day, such as "09:00"' });

const codeRemedy = 'Write the ONS code of an English authority, such as E06000005';
export const areaCodeField = z
  .string({ error: codeRemedy })
  .regex(/^E\d{8}$/, { error: codeRemedy });

const idRemedy = 'Write letters, digits and hyphens, such as officer-1';
export const idField = z
  .string({ error: idRemedy })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: idRemedy });

export const emailField = z.email({ error: 'Write an address such as officer@council.example' });

export const flagField = z.boolean({ error: 'Write true or false, without quotation marks' });

const textRemedy = 'Write a text in quotation marks';
export const textField = z.string({ error: textRemedy });
export const filledTextField = textField.trim().min(1, { error: 'Write at least one character' });

const daysRemedy = 'Write a whole number of working days';
export const workingDaysField = (least: number) =>
  z
    .int({ error: daysRemedy })
    .min(least, { error: `${daysRemedy}, ${least} or more` })
    .max(20, { error: `${daysRemedy}, 20 or fewer` });

/** One of a fixed list of words. */
export function choiceField<const T extends readonly string[]>(...values: T) {
  return z.enum(values, { error: `Write one of: ${values.join(', ')}` });
}

export const placeField = choiceField('in-area', 'elsewhere-in-england', 'outside-england');

const refRemedy = 'Write a letter or a local number, such as A or 2026-17; never a name';
export const refField = z
  .string({ error: refRemedy })
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/, { error: refRemedy });

/** An object that refuses keys that it does not know, naming those that it does. */
export function closedObject<T extends z.core.$ZodLooseShape>(shape: T) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `Write an object with: ${keys}`),
  });
}
