/**
 * Whole years on a date; below 0 before birth, null where the birth date is not known. An age
 * begins with its anniversary; born on 29 February, on 1 March of a common year (general knowledge).
 */
export function ageOn(bornOn: string | null, on: string): number | null {
  if (bornOn === null) return null;
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Not yet so many years old, or not known: the stricter reading. The unborn are under any age. */
export function isUnder(years: number, bornOn: string | null, on: string): boolean {
  return (ageOn(bornOn, on) ?? 0) < years;
}
