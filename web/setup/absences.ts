import { londonDateOf } from '../../domain/calendar';
import type { Problem } from '../../domain/problem';
import { dateInWords } from '../../domain/wording';
import { goTo, page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { textOf, type Form, type Visit } from '../visit';
import { readAbsence } from './absence-form';
import { absencesShown, mayEnterOthers } from './absences-shown';
import { gapsAhead } from './gaps';

const said: Readonly<Record<string, string>> = {
  entered: 'The absence is entered. It counts from the next message on.',
  ended: 'The absence is ended. It counts from the next message on.',
};

/** Who is away and who covers, and a form to enter one. */
export const showAbsences = (visit: Visit): Promise<Answer> =>
  form(visit, { person: visit.person.id });

/** Enters an absence; what was typed stays where it is refused. */
export async function takeAbsence(visit: Visit): Promise<Answer> {
  const { cases, person, body } = visit;
  const read = readAbsence(visit);
  if (!read.ok) return form(visit, body, read.problems);
  const outcome = await cases.addAbsence({ ...read.value, by: person.id });
  return outcome.ok ? goTo('/setup/absences?said=entered') : form(visit, body, outcome.problems);
}

/** They are back, or were never away. */
export async function endAbsence(visit: Visit): Promise<Answer> {
  const { request, cases, person } = visit;
  const outcome = await cases.endAbsence({ id: String(request.params['id']), by: person.id });
  if (outcome.ok) return goTo('/setup/absences?said=ended');
  // The remedies speak of commands; this very page shows what stands.
  const problems = outcome.problems.map((one) => ({ ...one, remedy: '' }));
  return form(visit, { person: person.id }, problems);
}

async function form(visit: Visit, typed: Form, problems: readonly Problem[] = []): Promise<Answer> {
  const { authority, now, query, person } = visit;
  const fieldOf = (path: string) => (path === 'from' || path === 'to' ? `${path}-day` : path);
  const shown = {
    standing: await absencesShown(visit),
    gaps: gapsAhead(authority, londonDateOf(now)),
    people: authority.people.map(({ id, name }) => ({ value: id, text: name })),
    others: mayEnterOthers(person),
    said: said[textOf(query, 'said')] ?? null,
  };
  const wrong = mistakes(
    problems.map((one) => inPagesWords(one, authority)),
    fieldOf,
  );
  return page('setup/absences', { ...shown, typed, wrong }, problems.length > 0 ? 422 : 200);
}

/** The kernel speaks of ids, and writes dates as files have them. */
function inPagesWords(one: Problem, { people }: Visit['authority']): Problem {
  const wordOf = (word: string) =>
    /^\d{4}-\d\d-\d\d$/.test(word)
      ? dateInWords(word)
      : (people.find(({ id }) => id === word)?.name ?? word);
  return { ...one, problem: one.problem.replaceAll(/[\w-]+/g, wordOf) };
}
