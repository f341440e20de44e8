import { page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { textOf, type Form, type Visit } from '../visit';
import { listedRows } from './listed';
import { fieldOf, listChoices, readListForm } from './list-form';

/** What is late and at risk, and every record that was asked for, the one due first at the top. */
export async function showOverview(visit: Visit): Promise<Answer> {
  const { cases, query } = visit;
  const [counted, listed] = await Promise.all([cases.counts(), cases.list(readListForm(query))]);
  const counts = counted.ok ? counted.value : null;
  const recipients = (counts?.byRecipient ?? []).flatMap(({ recipient }) => recipient ?? []);
  const choices = listChoices(visit, recipients);
  const nameOf = (id: string | null) => choices.recipient.find(({ value }) => value === id)?.text;
  const byRecipient = counts?.byRecipient.map((row) => ({ ...row, name: nameOf(row.recipient) }));
  const wrong = listed.ok ? undefined : mistakes(listed.problems, fieldOf);
  const { records, next } = listed.ok ? listed.value : { records: [], next: null };
  return page(
    'managers/overview',
    {
      ...{ counts, byRecipient, choices, wrong, typed: query },
      notCounted: counted.ok ? null : counted.problems.map(({ problem }) => problem).join(' '),
      rows: listedRows(records, visit),
      isNarrowed: narrowing.some((name) => textOf(query, name) !== ''),
      isFirst: textOf(query, 'after') === '',
      next: next && addressOf(query, next),
      first: addressOf(query, null),
    },
    listed.ok ? 200 : 422,
  );
}

const narrowing = ['recipient', 'criterion', 'owner', 'days-left', 'state', 'status', 'kind'];

/** The same list, from where a page of it ended. */
function addressOf(query: Form, after: string | null): string {
  const search = new URLSearchParams(after === null ? {} : { after });
  for (const name of narrowing) {
    if (textOf(query, name) !== '') search.set(name, textOf(query, name));
  }
  return `/overview?${search.toString()}`.replace(/\?$/, '');
}

/**
 * Records by reference, or by how it begins. It is sent as a form, never as an address: whoever types
 * a name instead finds nothing, and leaves no trace.
 */
export async function findRecord(visit: Visit): Promise<Answer> {
  const typed = textOf(visit.body, 'reference');
  const listed = await visit.cases.list({ ...readListForm({}), reference: typed });
  const records = listed.ok ? listed.value.records : [];
  const exact = records.find(({ reference }) => reference === typed.toUpperCase());
  const only = exact ?? (records.length === 1 ? records[0] : undefined);
  if (only) return { to: `/records/${only.reference}` };
  const more = listed.ok && listed.value.next !== null;
  return page('managers/found', { typed, more, rows: listedRows(records, visit) });
}
