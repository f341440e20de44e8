import { londonDateOf } from '../domain/calendar';
import { workingDaysLeft } from '../domain/wording';
import type { ListedRecord } from '../register/records';
import type { CaseList, CaseSummary, ListQuery, Outcome } from './answers';
import type { CasesContext } from './context';
import { beginningOf, filterOf } from './list-filter';
import { pageOf } from './page';
import { neededRegister, reachRegister } from './reach';

/** Records with their tasks, the one due first at the top: what was recorded, as it stands now. */
export async function listCases(
  context: CasesContext,
  query: ListQuery,
): Promise<Outcome<CaseList>> {
  const { queries } = neededRegister(context);
  if (query.reference !== null && beginningOf(query.reference) === null) return nothingFound;
  const now = context.now();
  const authority = await context.readAuthority();
  const recipients = query.recipient === null ? [] : await reachRegister(queries.recipients);
  const filter = filterOf(query, { authority, calendar: context.calendar, recipients, now });
  if (!filter.ok) return filter;
  const { limit, after } = query;
  const request = { now, filter: filter.value, limit, after };
  const page = await pageOf(() => queries.records(request));
  if (!page.ok) return page;
  const { rows, next } = page.value;
  return { ok: true, value: { records: rows.map((row) => summaryOf(row, context, now)), next } };
}

const nothingFound: Outcome<CaseList> = { ok: true, value: { records: [], next: null } };

function summaryOf(row: ListedRecord, { calendar }: CasesContext, now: string): CaseSummary {
  const { kind, reference, status, decision, becameAwareAt, tasks } = row;
  const today = londonDateOf(now);
  const left = (dueOn: string | null) =>
    dueOn === null ? null : workingDaysLeft(calendar, today, dueOn);
  return {
    ...{ kind, reference, status, decision, becameAwareAt },
    tasks: tasks.map(({ task, title, kind, strength, recipient, criteria, ...rest }) => ({
      ...{ task, title, kind, strength, recipient, criteria },
      ...{ state: rest.state, dueOn: rest.dueOn, dueAt: rest.dueAt, owner: rest.owner },
      workingDaysLeft: left(rest.dueOn),
    })),
  };
}
