import { londonDateOf } from '../domain/calendar';
import { workingDaysLeft } from '../domain/wording';
import type { ListedIncident } from '../register/incidents';
import { NoSuchPage } from '../register/page';
import type { CaseList, CaseSummary, ListQuery, Outcome } from './answers';
import type { CasesContext } from './context';
import { filterOf } from './list-filter';
import { neededRegister, reachRegister } from './reach';
import { refuse } from './refusal';

/** Incidents with their tasks, the one due first at the top: what was recorded, as it stands now. */
export async function listCases(
  context: CasesContext,
  query: ListQuery,
): Promise<Outcome<CaseList>> {
  const { queries } = neededRegister(context);
  const now = context.now();
  const authority = await context.readAuthority();
  const recipients = query.recipient === null ? [] : await reachRegister(queries.recipients);
  const filter = filterOf(query, { authority, recipients, now });
  if (!filter.ok) return filter;
  const { limit, after } = query;
  const request = { now, filter: filter.value, limit, after };
  try {
    const { rows, next } = await reachRegister(() => queries.incidents(request));
    return {
      ok: true,
      value: { incidents: rows.map((row) => summaryOf(row, context, now)), next },
    };
  } catch (error) {
    if (error instanceof NoSuchPage) return refuse(error.message);
    throw error;
  }
}

function summaryOf(row: ListedIncident, { calendar }: CasesContext, now: string): CaseSummary {
  const { reference, status, decision, becameAwareAt, tasks } = row;
  const today = londonDateOf(now);
  const left = (dueOn: string | null) =>
    dueOn === null ? null : workingDaysLeft(calendar, today, dueOn);
  return {
    ...{ reference, status, decision, becameAwareAt },
    tasks: tasks.map(({ task, title, kind, strength, recipient, criteria, ...rest }) => ({
      ...{ task, title, kind, strength, recipient, criteria },
      ...{ state: rest.state, dueOn: rest.dueOn, dueAt: rest.dueAt, owner: rest.owner },
      workingDaysLeft: left(rest.dueOn),
    })),
  };
}
