import { decisionWords } from '../../domain/case/decision-words';
import { factValueWords, factWords } from '../../domain/case/fact-words';
import type { CaseView } from '../../domain/case/view';
import type { Entry } from '../../domain/record/entry';
import { taskDueWords } from '../../domain/record/date-in-force';
import { recordKinds } from '../../domain/record/kinds';
import { standingWords } from '../../domain/record/standing-words';
import type { TaskView } from '../../domain/record/task-view';
import { tasksOf } from '../../domain/records';
import { rulebookOf } from '../../domain/rulebook';
import { NoRecord } from '../errors';
import { page, type Answer } from '../answer';
import type { RecordVisit } from '../visit';
import { nameOf } from '../who';

/** One page for the director: what happened, who knew when, what is done, what is next. */
export async function showForDirector(visit: RecordVisit): Promise<Answer> {
  const { record, cases } = visit;
  const read = await cases.history(record.reference);
  if (!read.ok) throw new NoRecord();
  const tasks = tasksOf(record);
  return page('managers/director', {
    kind: recordKinds[record.kind].words,
    incident: record.kind === 'incident' ? incidentParts(record, visit) : null,
    told: whoWasTold(read.value, visit),
    done: tasks.filter(({ evidence }) => evidence !== null).map((task) => doneRow(task, visit)),
    next: tasks
      .filter(isToDo)
      .sort(dueFirst)
      .map((task) => nextRow(task, visit)),
    waiting: record.proposals
      .filter(({ state }) => state === 'waiting')
      .map(({ by, ...one }) => ({ ...one, who: nameOf(visit.authority, by) })),
    rulebook: rulebookOf(record.rulebook),
  });
}

function incidentParts({ children, facts, decision, rulebook }: CaseView, visit: RecordVisit) {
  const wordsOf = new Map(rulebookOf(rulebook).criteria.map(({ id, words }) => [id, words]));
  return {
    decision: decisionWords[decision].join(''),
    children: children.map(({ ref, criteria }) => ({
      ref,
      met: criteria.filter(({ answer }) => answer === 'met').map(({ id }) => wordsOf.get(id)),
      unknown: criteria
        .filter(({ answer }) => answer === 'not-yet-known')
        .map(({ id }) => wordsOf.get(id)),
    })),
    facts: facts
      .toSorted((one, other) => (one.knownAt < other.knownAt ? -1 : 1))
      .map(({ fact, value, by, ...rest }) => ({
        ...{ ...rest, what: `${factWords[fact]}: ${factValueWords(value)}` },
        who: nameOf(visit.authority, by),
      })),
  };
}

/** Everybody whom a message reached the mail server for, when it first did, the earliest first. */
function whoWasTold(entries: readonly Entry[], visit: RecordVisit) {
  const first = new Map<string, string>();
  for (const { at, data } of entries) {
    if (data === undefined || !('delivery' in data)) continue;
    const { to, outcome } = data.delivery;
    if (outcome === 'accepted' && !first.has(to)) first.set(to, at);
  }
  return [...first].map(([to, at]) => ({ at, who: nameOf(visit.authority, to) }));
}

const isToDo = ({ state }: TaskView): boolean =>
  state === 'open' || state === 'acknowledged' || state === 'late';

/** What has no date comes last. */
const dueFirst = (one: TaskView, other: TaskView): number =>
  (one.inForceDueAt ?? '9') < (other.inForceDueAt ?? '9') ? -1 : 1;

function nextRow(task: TaskView, visit: RecordVisit) {
  const { title, state, acknowledged, explanations } = task;
  return {
    ...{ title, isLate: state === 'late', explanations },
    due: taskDueWords(task, visit.calendar, visit.now),
    who: acknowledged === null ? null : nameOf(visit.authority, acknowledged.by),
  };
}

function doneRow(task: TaskView, visit: RecordVisit) {
  const { title, evidence, explanations } = task;
  const stands = standingWords(task);
  return {
    title,
    stands,
    explanations,
    ...evidence,
    who: nameOf(visit.authority, evidence?.by ?? ''),
  };
}
