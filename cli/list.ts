import type { CaseSummary, TaskSummary } from '../client/answers';
import { lateWords } from '../domain/wording';
import { newCommand } from './command';
import { answer } from './output';
import type { Parts } from './parts';
import { shortDate } from './when';
import { withCases } from './with-cases';

/** `list`: incidents and their tasks, the one due first at the top. */
export const listCommand = (parts: Parts) =>
  newCommand('list', 'open incidents and tasks, the one due first at the top')
    .option('--late', 'only what is late or missed its target')
    .option('--task-owner <ID>', 'only tasks that are this person’s, or their role’s')
    .option('--all', 'closed and withdrawn incidents and finished tasks too')
    .addHelpText('after', '\nExample:\n  $ notifiable list --late --task-owner officer-1')
    .action(async ({ json = false, late = false, all = false, taskOwner = null }) => {
      const incidents = await withCases(parts, (cases) => cases.list({ late, taskOwner, all }));
      const text = () => listText(incidents);
      await answer(parts.io, json, { ok: true, value: { json: { incidents }, text } });
    });

async function listText(incidents: readonly CaseSummary[]): Promise<string> {
  if (incidents.length === 0) return 'Nothing to show.';
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    head: ['incident', 'task', 'what', 'due', 'stands', 'owner'],
    style: { head: [], border: [] },
  });
  for (const { reference, status, tasks } of incidents) {
    if (tasks.length === 0) table.push([reference, '', status, '', '', '']);
    for (const task of tasks) table.push([reference, ...cells(task)]);
  }
  return table.toString();
}

function cells({ task, title, dueOn, state, strength, owner }: TaskSummary): string[] {
  const due = dueOn === null ? '' : `${shortDate(dueOn)} ${dueOn.slice(0, 4)}`;
  return [task, title, due, state === 'late' ? lateWords[strength] : state, owner ?? ''];
}
