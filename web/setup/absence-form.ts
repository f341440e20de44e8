import type { Absence } from '../../domain/absences';
import type { Parsed, Problem } from '../../domain/problem';
import { readDate, type Read } from '../moments';
import { textOf, type Visit } from '../visit';

/** The absence that was typed: one's own, where nobody was chosen. */
export function readAbsence({ body, person }: Visit): Parsed<Absence> {
  const from = needed(readDate(body, 'from'), 'from', 'The first day away is missing');
  const to = needed(readDate(body, 'to'), 'to', 'The last day away is missing');
  if ('problems' in from || 'problems' in to) {
    return { ok: false, problems: [from, to].flatMap((one) => problemsIn(one)) };
  }
  const who = textOf(body, 'person') || person.id;
  const cover = textOf(body, 'cover') || null;
  return { ok: true, value: { person: who, from: from.value, to: to.value, cover } };
}

function needed(read: Read<string | null>, name: string, problem: string): Read<string> {
  if ('problems' in read) return read;
  const { value } = read;
  const remedy = 'Write it in numbers, such as 22 12 2026';
  return value === null ? { problems: [{ path: `${name}-day`, problem, remedy }] } : { value };
}

const problemsIn = (read: Read<unknown>): readonly Problem[] =>
  'problems' in read ? read.problems : [];
