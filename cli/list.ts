import { Option } from '@commander-js/extra-typings';
import type { CaseList, ListedTask } from '../client/answers';
import { openRecords } from '../client/open-records';
import { englandAndWales } from '../domain/bank-holidays';
import { londonDateOf } from '../domain/calendar';
import { shortDate } from '../domain/when';
import { standing } from '../domain/wording';
import type { RecordKindName } from '../domain/record/kinds';
import { newCommand } from './command';
import { answer } from './output';
import type { Parts } from './parts';
import { wholeNumber } from './whole-number';
import { withCases } from './with-cases';

/** `list`: incidents and their tasks, the one due first at the top. */
export const listCommand = (parts: Parts) =>
  newCommand(
    'list',
    'open incidents, referrals, reviews and their tasks, the one due first at the top',
  )
    .option('--late', 'only what is late or missed its target: as --state late')
    .addOption(ofState)
    .option('--task-owner <ID>', 'only tasks that are this person’s, or nobody’s and their role’s')
    .option(
      '--recipient <ID>',
      'only tasks to tell this recipient, such as panel or partner:police',
    )
    .option('--criterion <ID>', 'only tasks under this criterion')
    .option('--due-before <DATE>', 'only what is due before this day, the day itself not included')
    .option(
      '--days-left <N>',
      'only what is due within so many working days, or was before',
      wholeNumber,
    )
    .addOption(ofKind)
    .addOption(ofStatus)
    .option('--reference <TEXT>', 'only records whose reference is this, or begins with it')
    .option('--all', 'closed and withdrawn records and finished tasks too')
    .option(
      '--limit <N>',
      `at most so many records, 1 to 1000 (default: ${openRecords.limit})`,
      wholeNumber,
    )
    .option('--after <CURSOR>', 'go on after the page that ended with this')
    .addHelpText('after', help)
    .action(async ({ json = false, late, ...narrowed }) => {
      const query = { ...openRecords, ...(late && { state: 'late' as const }), ...narrowed };
      const listed = await withCases(parts, null, (cases) => cases.list(query));
      if (!listed.ok) return answer(parts.io, json, listed);
      const text = () => listText(listed.value, parts.now());
      await answer(parts.io, json, { ok: true, value: { json: byKind(listed.value), text } });
    });

const ofState = new Option('--state <STATE>', 'only tasks that stand so')
  .choices(['open', 'acknowledged', 'late', 'done', 'done-late', 'cancelled'] as const)
  .conflicts('late');

const ofStatus = new Option('--status <STATUS>', 'only records that are this').choices([
  'open',
  'closed',
  'withdrawn',
] as const);

const ofKind = new Option('--kind <KIND>', 'only records of this kind').choices([
  'incident',
  'referral',
  'review',
] as const);

/** For programs: each kind for itself, every one in the order of the list. */
function byKind({ records, next }: CaseList) {
  const of = (wanted: RecordKindName) => records.filter(({ kind }) => kind === wanted);
  return { incidents: of('incident'), referrals: of('referral'), reviews: of('review'), next };
}

async function listText({ records, next }: CaseList, now: string): Promise<string> {
  if (records.length === 0) return 'Nothing to show.';
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    head: ['record', 'task', 'what', 'due', 'stands', 'owner'],
    style: { head: [], border: [] },
  });
  for (const { reference, status, tasks } of records) {
    if (tasks.length === 0) table.push([reference, '', status, '', '', '']);
    for (const task of tasks) table.push([reference, ...cells(task, now)]);
  }
  if (next === null) return table.toString();
  return `${table.toString()}\nThere are more: the same command with --after ${next} goes on.`;
}

function cells(task: ListedTask, now: string): string[] {
  const { dueOn } = task;
  const due = dueOn === null ? '' : `${shortDate(dueOn)} ${dueOn.slice(0, 4)}`;
  return [task.task, task.title, due, standsText(task, now), task.owner ?? ''];
}

/** `2 working days left, acknowledged`; a finished task says only what became of it. */
function standsText(task: ListedTask, now: string): string {
  const { state } = task;
  if (state !== 'open' && state !== 'acknowledged' && state !== 'late') return state;
  const words = standing(englandAndWales, task, { at: now, on: londonDateOf(now) });
  return [words ?? [], state === 'late' ? [] : state].flat().join(', ');
}

const help = `
It reads what was recorded, so it answers with Temporal and every worker stopped; what is late and how
many days are left is worked out as it is read. A task is a person's role's where its ladder, as the
authority's file has it today, names a role that they hold today.

Examples:
  $ notifiable list --late --task-owner officer-1
  $ notifiable list --days-left 1 --state open
  $ notifiable list --reference SI-2026-7K
  $ notifiable list --recipient panel --due-before 2027-01-05
  $ notifiable list --criterion care-leaver-death --all --json`;
