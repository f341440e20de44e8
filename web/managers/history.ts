import { londonDateOf } from '../../domain/london';
import type { Entry } from '../../domain/record/entry';
import { entryWords } from '../../domain/record/entry-words';
import type { Problem } from '../../domain/problem';
import { tasksOf } from '../../domain/records';
import { NoRecord } from '../errors';
import { page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { readDate } from '../moments';
import { textOf, type Form, type RecordVisit } from '../visit';
import { workflowFor } from '../operations/workflow-for';
import { nameOf } from '../who';

/** What happened to a record, a line each: when it happened and when it was recorded, both. */
export async function showHistory(visit: RecordVisit): Promise<Answer> {
  const { cases, record, query } = visit;
  const read = await cases.history(record.reference);
  if (!read.ok) throw new NoRecord();
  const { wanted, problems } = readFilter(query);
  const entries = read.value.filter(wanted);
  return page(
    'managers/history',
    {
      asOf: read.asOf ?? null,
      ...{ typed: query, wrong: problems.length > 0 ? mistakes(problems) : undefined },
      kinds: [...new Set(read.value.map(({ kind }) => entryWords[kind]))].sort(),
      tasks: tasksOf(record).map(({ task, title }) => ({ value: task, text: title })),
      ...{ all: read.value.length, isNarrowed: entries.length < read.value.length },
      workflow: workflowFor(visit, record.reference),
      entries: entries.map((entry) => ({ ...entry, who: nameOf(visit.authority, entry.by) })),
    },
    problems.length > 0 ? 422 : 200,
  );
}

/** By what a line is about, by task, and by the London dates on which it happened, both included. */
function readFilter(query: Form): {
  readonly wanted: (entry: Entry) => boolean;
  readonly problems: readonly Problem[];
} {
  const [from, to] = [readDate(query, 'from'), readDate(query, 'to')];
  const problems = [from, to].flatMap((one) => ('problems' in one ? one.problems : []));
  const first = ('value' in from && from.value) || '0000';
  const last = ('value' in to && to.value) || '9999';
  const [about, task] = [textOf(query, 'about'), textOf(query, 'task')];
  const wanted = ({ kind, tasks, at }: Entry) => {
    const on = londonDateOf(at);
    const isAbout = about === '' || entryWords[kind] === about;
    return isAbout && (task === '' || tasks.includes(task)) && first <= on && on <= last;
  };
  return { wanted, problems };
}
