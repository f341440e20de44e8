import { londonDateOf } from '../domain/calendar';
import type { Authority } from '../domain/authority';
import { viewCase, type CaseView } from '../domain/case/view';
import { rolesOf } from '../domain/people';
import { referenceOf } from '../temporal/names';
import type { CaseSummary, ListFilter } from './answers';
import { inTime, type CasesContext } from './context';
import { findRecord } from './held';

const atOnce = 8;

/** Incidents with their tasks, the one due first at the top. */
export async function listCases(context: CasesContext, filter: ListFilter): Promise<CaseSummary[]> {
  const references = await referencesOf(context, filter.all);
  const authority = await context.readAuthority();
  const views: CaseView[] = [];
  for (let start = 0; start < references.length; start += atOnce) {
    const found = await Promise.all(
      references.slice(start, start + atOnce).map((reference) => findRecord(context, reference)),
    );
    views.push(
      ...found.flatMap((held) => (held ? viewCase(held.record.state, context.now()) : [])),
    );
  }
  return views
    .map((view) => summaryOf(view, { filter, authority, now: context.now() }))
    .filter(({ tasks }) => tasks.length > 0 || (!filter.late && filter.taskOwner === null))
    .toSorted((one, other) => firstDue(one).localeCompare(firstDue(other)));
}

async function referencesOf(context: CasesContext, all: boolean): Promise<string[]> {
  const running = all ? '' : " AND ExecutionStatus = 'Running'";
  const query = `WorkflowType = 'incident'${running}`;
  return inTime(context, async ({ workflow }) => {
    const references = new Set<string>();
    for await (const { workflowId } of workflow.list({ query })) {
      references.add(referenceOf(workflowId));
    }
    return [...references];
  });
}

interface Asked {
  readonly filter: ListFilter;
  readonly authority: Authority;
  readonly now: string;
}

function summaryOf(view: CaseView, { filter, authority, now }: Asked): CaseSummary {
  const { reference, status, decision, becameAwareAt } = view;
  const mine = filter.taskOwner;
  const roles = mine === null ? [] : rolesOf(authority, mine, londonDateOf(now)).roles;
  const tasks = [...view.duties, ...view.tasks]
    .filter(({ state }) => filter.all || ['open', 'acknowledged', 'late'].includes(state))
    .filter(({ state }) => !filter.late || state === 'late')
    .filter(
      ({ owner, ladder }) =>
        mine === null ||
        owner === mine ||
        (owner === null && ladder.some(({ to }) => to.some((role) => roles.includes(role)))),
    );
  return { reference, status, decision, becameAwareAt, tasks: tasks.map(summaryOfTask) };
}

const summaryOfTask = (task: CaseView['duties'][number]): CaseSummary['tasks'][number] => ({
  task: task.task,
  title: task.title,
  kind: task.kind,
  strength: task.strength,
  state: task.state,
  dueOn: task.dueOn,
  dueAt: task.dueAt,
  owner: task.owner,
});

const firstDue = ({ tasks }: CaseSummary): string =>
  tasks.map(({ dueAt }) => dueAt ?? '9999').toSorted()[0] ?? '9999';
