import { NoRecord } from '../errors';
import { page, type Answer } from '../answer';
import { textOf, type Visit } from '../visit';
import { nameOf } from '../who';

const pageSize = 100;

/** Who read a record, and who was refused something; newest first. The record itself stays shut. */
export async function showReads(visit: Visit): Promise<Answer> {
  const { cases, person, query } = visit;
  const reference = String(visit.request.params['ref']);
  const before = Number(textOf(query, 'before')) || null;
  const read = await cases.accesses({ reference, limit: pageSize, before, by: person.id });
  if (!read.ok) throw new NoRecord();
  const { accesses, before: earlier } = read.value;
  return page('managers/reads', {
    ...{ reference, earlier },
    reads: accesses.toReversed().map(({ at, who, what, refused }) => ({
      ...{ at, who: nameOf(visit.authority, who), what: words[what] ?? what, refused },
    })),
  });
}

const words: Readonly<Record<string, string>> = {
  show: 'looked at the record',
  history: 'looked at its history',
  export: 'exported it',
  accesses: 'looked at who read it',
  sheet: 'looked at what the Panel’s form will ask',
  briefing: 'looked at the briefing',
  facts: 'looked at what is known, to add to it',
  file: 'opened a file that proves what was done',
};
